import { QuestionStructure } from '../../../src/content/question-structures';
import { withRows, withOneMore, moved, emptyDraft } from '../../../src/quizzes/bank/writing/draft';
import { fromDraft } from '../../../src/quizzes/bank/writing/from-draft';
import { toDraft } from '../../../src/quizzes/bank/writing/to-draft';
import { type QuestionTexts, type Written } from '../../../src/quizzes/questions/written';

const asked = { key: 'abc', points: 2, read: null };
const written = (structure: QuestionStructure, en: QuestionTexts): Written => ({
  structure,
  language: 'en',
  texts: { en: { stem: 'A question', feedback: 'Because.', ...en }, fr: { stem: 'Une question' } },
  name: 'Name',
  externalId: 'x-1',
  tags: ['one', 'two words'],
  category: 'A/B',
});
const options = { 'options.a.text': 'A', 'options.b.text': 'B', 'options.b.feedback': 'No.' };

const ALL: Written[] = [
  written(
    { ...asked, type: 'single', options: ['b', 'a'], right: 'a', weights: { b: 33.33333 }, hints: 1, penalty: 10 },
    { ...options, 'hints.1': 'Look' },
  ),
  written({ ...asked, type: 'multiple', options: ['a', 'b'], right: ['a'] }, options),
  written({ ...asked, type: 'multiple', options: ['a', 'b'], right: ['a'], weights: { a: 100, b: -50 } }, options),
  written({ ...asked, type: 'true-false', right: false }, { feedbackRight: 'Yes', feedbackWrong: 'No' }),
  written(
    {
      ...asked,
      type: 'short-text',
      answers: [
        { key: 'a', percent: 100 },
        { key: 'b', percent: 50 },
      ],
      matchCase: true,
    },
    { 'answers.a.text': 'RIPE', 'answers.b.text': 'RIPE*', 'answers.b.feedback': 'Nearly' },
  ),
  written(
    {
      ...asked,
      type: 'number',
      value: -0.5,
      tolerance: 0.01,
      others: [{ key: 'z', value: 1, tolerance: 0, percent: 25 }],
      units: [{ key: 'm', factor: 1000 }],
    },
    { 'others.z.feedback': 'No', 'units.m.text': 'km', feedbackRight: 'Yes' },
  ),
  written(
    {
      ...asked,
      type: 'matching',
      items: [
        { key: 'x', right: 'b' },
        { key: 'y', right: 'b' },
      ],
      options: ['a', 'b'],
    },
    { ...options, 'items.x.text': 'X', 'items.y.text': 'Y' },
  ),
  written({ ...asked, type: 'ordering', options: ['b', 'a'] }, options),
  written(
    {
      ...asked,
      type: 'gap-text',
      gaps: [
        { key: 'one', typed: true },
        { key: 'two', typed: false, options: ['q', 'p'], right: 'q' },
      ],
    },
    {
      text: '{{one}} and {{two}}',
      'gaps.one.answers.1': '1',
      'gaps.one.answers.2': 'I',
      'gaps.two.options.p.text': 'P',
      'gaps.two.options.q.text': 'Q',
      'gaps.two.options.p.feedback': 'Hm',
      'gaps.one.feedback': 'See',
    },
  ),
  written({ ...asked, type: 'essay', mostWords: 200, rubric: [{ key: 'r', points: 2 }] }, { 'rubric.r.text': 'Clear' }),
  written({ ...asked, points: 0, type: 'description' }, {}),
];

describe('a question in its form', () => {
  it.each(ALL.map((one) => [one.structure.type, one] as const))('comes back as it was: %s', (_, one) => {
    const { written: back, mistakes } = fromDraft(toDraft(one), one, 'ar');
    expect(mistakes).toEqual([]);
    expect(back).toEqual(one);
  });

  it('keeps the key of a choice that is reworded, so that its translation is only stale', () => {
    const one = ALL[8]!;
    const draft = toDraft(one);
    const { written: back } = fromDraft({ ...draft, filling: { ...draft.filling, two: 'Q\nPea\nNew' } }, one, 'en');
    expect(back.structure).toMatchObject({ gaps: [{}, { options: ['q', 'p', 'a'], right: 'q' }] });
    expect(back.texts.en).toMatchObject({ 'gaps.two.options.p.text': 'Pea', 'gaps.two.options.p.feedback': 'Hm' });
  });

  it('reads numbers as they are typed anywhere, and says which it cannot read', () => {
    const draft = { ...toDraft(ALL[5]!), value: '٣٫٥', tolerance: '0,5', othermark: { z: '٥٠٪' }, points: 'two' };
    const { written: back, mistakes } = fromDraft(draft, null, 'en');
    expect(back.structure).toMatchObject({ value: 3.5, tolerance: 0.5, others: [{ percent: 50 }] });
    expect(mistakes.map(({ field }) => field)).toEqual(['points']);
  });

  it('begins with some rows, and grows and moves', () => {
    const draft = withRows({ ...emptyDraft(), type: 'ordering' });
    expect(draft.options).toEqual(['a', 'b', 'c', 'd']);
    expect(withOneMore(draft, 'options').options).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(moved(draft, 'options', 'c', -1).options).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(draft, 'options', 'a', -1).options).toEqual(['a', 'b', 'c', 'd']);
  });
});

import fc from 'fast-check';
import { fromBank } from '../../../src/quizzes/formats/from-bank';
import type { Imported } from '../../../src/quizzes/formats/imported';
import { intoBank } from '../../../src/quizzes/formats/into-bank';
import { readGift } from '../../../src/quizzes/formats/gift';
import { isBlank } from '../../../src/kernel/text';
import { shortened } from '../../../src/quizzes/formats/names';
import { anyQuestion, counted, EVERY_TYPE, kept } from './made';

const trips = counted('The bank');
afterAll(() => process.stdout.write(trips.told()));

/** What the bank keeps of a question in plain text. */
function inBank(question: Imported): Imported {
  const outcome = ['true-false', 'short-text'].includes(question.type);
  const base = {
    ...question,
    markup: 'plain' as const,
    name: question.name === shortened(question.stem) ? question.name : question.name,
    category: question.category.map((part) => part.replaceAll('∕', '/')),
    whenRight: outcome ? question.whenRight : '',
    whenWrong: outcome || question.type === 'number' ? question.whenWrong : '',
  };
  if (base.type === 'short-text')
    return { ...base, answers: base.answers.map((each) => ({ ...each, percent: Math.max(0, each.percent) })) };
  if (base.type === 'matching') {
    const sides = [...new Set([...base.pairs.map(({ right }) => right), ...base.distractors])];
    return { ...base, distractors: sides.filter((side) => !base.pairs.some(({ right }) => right === side)) };
  }
  if (base.type === 'number') {
    const main = Math.max(
      0,
      base.answers.findIndex(({ percent }) => percent === 100),
    );
    const others = base.answers.filter((_, at) => at !== main).map((each) => ({ ...each, percent: Math.max(0, each.percent) }));
    const feedback = question.whenRight || base.answers[main]!.feedback;
    return { ...base, answers: [{ ...base.answers[main]!, feedback, percent: 100 }, ...others] };
  }
  if (base.type === 'essay' && base.rubric.length) return { ...base, points: base.rubric.reduce((sum, { points }) => sum + points, 0) };
  return base;
}

/** Words that say nothing are not kept. */
const blanked = <T>(value: T): T => {
  if (typeof value === 'string') return (isBlank(value) ? '' : value) as T;
  if (Array.isArray(value)) return value.map(blanked) as T;
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, blanked(each)])) as T;
  return value;
};

describe('questions taken into the bank', () => {
  it('come out the same, in all ten types', () => {
    fc.assert(
      fc.property(anyQuestion([...EVERY_TYPE], ['plain']), (made) => {
        const question = blanked(kept(made));
        fc.pre(JSON.stringify(kept(question)) === JSON.stringify(kept(made))); // nothing in it was only blank
        const { written } = intoBank(question, 'en');
        const { questions } = fromBank([written]);
        expect(questions.map(kept)).toEqual([inBank(question)]);
        expect(intoBank(questions[0]!, 'en').written).toEqual(written);
        trips.one();
      }),
      { numRuns: 3000, seed: 23 },
    );
  });

  it('have keys for their parts, and weights only where these say something', () => {
    const written = (file: string) => intoBank(readGift(file).questions[0]!, 'en').written;
    expect(written('// [id:n1] [tag:dns]\n::Root::Who? {=IANA#Yes ~%50%ICANN ~Nobody####So}')).toEqual({
      structure: { key: 'new', type: 'single', points: 1, read: null, options: ['a', 'b', 'c'], right: 'a', weights: { b: 50 } },
      language: 'en',
      texts: {
        en: {
          stem: 'Who?',
          'options.a.text': 'IANA',
          'options.a.feedback': 'Yes',
          'options.b.text': 'ICANN',
          'options.c.text': 'Nobody',
          feedback: 'So',
        },
      },
      name: 'Root',
      externalId: 'n1',
      tags: ['dns'],
      category: '',
    });
    expect(written('Which? {~%50%a ~%50%b ~%-50%c}').structure).toEqual({
      key: 'new',
      type: 'multiple',
      points: 1,
      read: null,
      options: ['a', 'b', 'c'],
      right: ['a', 'b'],
    });
    expect(written('Which? {~%50%a ~%50%b ~c}').structure).toMatchObject({ right: ['a', 'b'], weights: { a: 50, b: 50 } });
    expect(written('Pi? {#=3.14:0.01#yes =%50%3#nearly ~#no}')).toMatchObject({
      structure: { value: 3.14, tolerance: 0.01, others: [{ key: 'a', value: 3, percent: 50 }] },
      texts: { en: { feedbackRight: 'yes', 'others.a.feedback': 'nearly', feedbackWrong: 'no' } },
    });
  });

  it('written in HTML become plain, and say what is lost', () => {
    const [question] = readGift('[html]<p><b>Who</b>?</p><img src\\="x"> {=<i>a</i>~b}').questions;
    expect(intoBank(question!, 'fr')).toMatchObject({
      written: { texts: { fr: { stem: 'Who?', 'options.a.text': 'a' } } },
      lost: ['html-style', 'html-picture'],
    });
  });
});

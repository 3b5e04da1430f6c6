import type { QuestionStructure } from '../../src/content/question-structures';
import type { QuestionTexts, Written } from '../../src/quizzes/questions/written';

const asked = { key: 'new', points: 1, read: null };
const choices = {
  'options.a.text': 'Networks that hand traffic to each other',
  'options.a.feedback': 'Yes: that is what the point is for.',
  'options.b.text': 'People who want to read the web',
  'options.b.feedback': 'They reach it through their network.',
  'options.c.text': 'Ministries that license radio masts',
  'options.c.feedback': 'Licences have nothing to do with it.',
};
const options = ['a', 'b', 'c'];

const written = (name: string, structure: QuestionStructure, texts: QuestionTexts, more: Partial<Written> = {}): Written => ({
  structure,
  language: 'en',
  texts: { en: { stem: `${name}: who meets at an exchange point?`, feedback: 'Local traffic stays local.', ...texts } },
  name,
  externalId: null,
  tags: ['peering'],
  category: 'Infrastructure',
  ...more,
});

const ARABIC = { stem: 'من يلتقي في نقطة التبادل؟', 'options.a.text': 'شبكات تتبادل حركة البيانات' };

/** A question of every type, as a trainer may have written it. */
export const OF_EVERY_TYPE: Record<QuestionStructure['type'], Written> = {
  single: written(
    'Single',
    { ...asked, type: 'single', options, right: 'a', weights: { b: 33.33333 }, hints: 1, penalty: 25 },
    { ...choices, 'hints.1': 'Think of cables.' },
    {
      texts: {
        en: { stem: 'Single: who meets at an exchange point?', feedback: 'Local.', ...choices, 'hints.1': 'Think of cables.' },
        ar: ARABIC,
      },
    },
  ),
  multiple: written('Multiple', { ...asked, type: 'multiple', options, right: ['a', 'c'] }, choices),
  'true-false': written('Truth', { ...asked, type: 'true-false', right: true }, { feedbackRight: 'Yes.', feedbackWrong: 'It is so.' }),
  'short-text': written(
    'Short',
    { ...asked, type: 'short-text', answers: [{ key: 'a', percent: 100 }], matchCase: false },
    { 'answers.a.text': '*network*' },
  ),
  number: written(
    'Number',
    {
      ...asked,
      type: 'number',
      value: 5,
      tolerance: 0,
      others: [{ key: 'a', value: 4, tolerance: 0, percent: 50 }],
      units: [{ key: 'a', factor: 1000 }],
    },
    { 'others.a.feedback': 'AFRINIC came last.', 'units.a.text': 'k' },
  ),
  matching: written(
    'Matching',
    {
      ...asked,
      type: 'matching',
      items: [
        { key: 'x', right: 'a' },
        { key: 'y', right: 'b' },
      ],
      options,
    },
    { ...choices, 'items.x.text': 'KIXP', 'items.y.text': 'A phone shop' },
  ),
  ordering: written('Ordering', { ...asked, type: 'ordering', options }, choices),
  'gap-text': written(
    'Gaps',
    {
      ...asked,
      type: 'gap-text',
      gaps: [
        { key: 'one', typed: true },
        { key: 'two', typed: false, options: ['a', 'b'], right: 'a' },
      ],
    },
    {
      text: 'Rough {{one}} and running {{two}}.',
      'gaps.one.answers.1': 'consensus',
      'gaps.two.options.a.text': 'code',
      'gaps.two.options.b.text': 'water',
    },
  ),
  essay: written(
    'Essay',
    { ...asked, type: 'essay', mostWords: 300, rubric: [{ key: 'a', points: 1 }] },
    { 'rubric.a.text': 'Names both sides' },
  ),
  description: written('Reading', { ...asked, points: 0, type: 'description' }, {}),
};

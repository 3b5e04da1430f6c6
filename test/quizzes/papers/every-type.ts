import type { QuestionStructure } from '../../../src/content/question-structures';
import type { Written } from '../../../src/quizzes/questions/written';

const written = (structure: QuestionStructure, en: Record<string, string>): Written => ({
  structure,
  language: 'en',
  texts: { en },
  name: structure.type,
  externalId: null,
  tags: [],
  category: '',
});

const about = (points: number) => ({ key: 'q', points, read: null });

/** One question of each of the ten types. */
export const EVERY_TYPE: Written[] = [
  written(
    { ...about(2), type: 'single', options: ['a', 'b'], right: 'b', weights: { a: 25 }, hints: 1, penalty: 50 },
    {
      stem: 'Which one?',
      'options.a.text': 'This',
      'options.b.text': 'That',
      'hints.1': 'Look again.',
    },
  ),
  written(
    { ...about(2), type: 'multiple', options: ['a', 'b', 'c'], right: ['c', 'a'] },
    {
      stem: 'Which ones?',
      'options.a.text': 'One',
      'options.b.text': 'Two',
      'options.c.text': 'Three',
    },
  ),
  written({ ...about(1), type: 'true-false', right: false }, { stem: 'The Internet has an owner.', feedback: 'Nobody owns it.' }),
  written(
    { ...about(1), type: 'short-text', answers: [{ key: 'a', percent: 100 }], matchCase: false },
    { stem: 'Its name?', 'answers.a.text': 'IETF' },
  ),
  written(
    { ...about(1), type: 'number', value: 128, tolerance: 0, units: [{ key: 'u', factor: 1 }] },
    { stem: 'How long?', 'units.u.text': 'bits' },
  ),
  written(
    {
      ...about(2),
      type: 'matching',
      items: [
        { key: 'i', right: 'a' },
        { key: 'j', right: 'b' },
      ],
      options: ['a', 'b'],
    },
    {
      stem: 'Match.',
      'items.i.text': 'IETF',
      'items.j.text': 'W3C',
      'options.a.text': 'RFCs',
      'options.b.text': 'Recommendations',
    },
  ),
  written(
    { ...about(3), type: 'ordering', options: ['a', 'b', 'c'] },
    {
      stem: 'Order.',
      'options.a.text': 'First',
      'options.b.text': 'Second',
      'options.c.text': 'Third',
    },
  ),
  written(
    {
      ...about(2),
      type: 'gap-text',
      gaps: [
        { key: 'g', typed: true },
        { key: 'h', typed: false, options: ['a', 'b'], right: 'a' },
      ],
    },
    {
      stem: 'Fill.',
      text: 'Rough {{g}} and running {{h}}.',
      'gaps.g.answers.1': 'consensus',
      'gaps.g.answers.2': 'agreement',
      'gaps.h.options.a.text': 'code',
      'gaps.h.options.b.text': 'water',
    },
  ),
  written(
    { ...about(4), type: 'essay', mostWords: 300, rubric: [{ key: 'r', points: 4 }] },
    { stem: 'Why?', 'rubric.r.text': 'Gives a reason.' },
  ),
  written({ ...about(0), type: 'description' }, { stem: 'Read this first.' }),
];

/** One question of each further type, for tests about rules. */
import { QuestionOf } from '../../src/quizzes/questions/question';

const asked = { points: 1, read: null };

export const TRUTH: QuestionOf<'true-false'> = { ...asked, key: 'members', type: 'true-false', right: false };
export const SHORT: QuestionOf<'short-text'> = {
  ...asked,
  key: 'author',
  type: 'short-text',
  points: 2,
  answers: [
    { key: 'a', percent: 100 },
    { key: 'b', percent: 50 },
    { key: 'c', percent: 0 },
  ],
  matchCase: false,
};
export const LENGTH: QuestionOf<'number'> = {
  ...asked,
  key: 'cable',
  type: 'number',
  value: 45,
  tolerance: 0.5,
  others: [{ key: 'near', value: 45, tolerance: 5, percent: 50 }],
  units: [
    { key: 'km', factor: 1 },
    { key: 'm', factor: 0.001 },
  ],
};
export const ESSAY: QuestionOf<'essay'> = {
  ...asked,
  key: 'why',
  type: 'essay',
  points: 5,
  mostWords: 300,
  rubric: [
    { key: 'reasons', points: 3 },
    { key: 'sources', points: 2 },
  ],
};
export const READING: QuestionOf<'description'> = { ...asked, key: 'case', type: 'description', points: 0 };

export const MORE_QUESTIONS = [TRUTH, SHORT, LENGTH, ESSAY, READING];

/** One question of each type, for tests about rules. */
import { QuestionOf } from '../../src/quizzes/questions/question';

const asked = { points: 1, read: null };

export const SINGLE: QuestionOf<'single'> = { ...asked, key: 'when', type: 'single', points: 2, options: ['a', 'b', 'c', 'd'], right: 'c' };
export const MULTIPLE: QuestionOf<'multiple'> = {
  ...asked,
  key: 'which',
  type: 'multiple',
  points: 3,
  options: ['a', 'b', 'c', 'd', 'e'],
  right: ['a', 'c', 'd'],
};
export const MATCHING: QuestionOf<'matching'> = {
  ...asked,
  key: 'bodies',
  type: 'matching',
  points: 4,
  items: [
    { key: 'ietf', right: 'a' },
    { key: 'icann', right: 'b' },
    { key: 'igf', right: 'd' },
  ],
  options: ['a', 'b', 'c', 'd'],
};
export const ORDERING: QuestionOf<'ordering'> = {
  ...asked,
  key: 'history',
  type: 'ordering',
  points: 3,
  options: ['a', 'b', 'c', 'd', 'e'],
};
export const NUMBER: QuestionOf<'number'> = { ...asked, key: 'year', type: 'number', points: 1, value: 2014, tolerance: 0 };
export const GAPS: QuestionOf<'gap-text'> = {
  ...asked,
  key: 'rule',
  type: 'gap-text',
  points: 3,
  read: 'objections#addressed',
  gaps: [
    { key: 'one', typed: false, options: ['a', 'b', 'c'], right: 'a' },
    { key: 'two', typed: true },
  ],
};

export const QUESTIONS = [SINGLE, MULTIPLE, MATCHING, ORDERING, NUMBER, GAPS];

import { Content } from '../../../src/content/content.service';
import type { PackageDocument } from '../../../src/content/package';
import type { Question } from '../../../src/quizzes/questions/question';
import type { TestApp } from '../../support/app';

const QUESTIONS: Question[] = [
  { key: 'who', type: 'single', points: 2, read: null, options: ['a', 'b', 'c'], right: 'b', hints: 1 },
  { key: 'when', type: 'number', points: 1, read: null, value: 1986, tolerance: 1 },
  {
    ...{ key: 'why', type: 'essay', points: 4, read: null, mostWords: 200 },
    rubric: [
      { key: 'reason', points: 3 },
      { key: 'example', points: 1 },
    ],
  },
];

/** A quiz of a chapter with a choice, a number and a longer text. */
export const ESSAY_QUIZ: PackageDocument = {
  kind: 'quiz',
  slug: 'c-hearing-out',
  language: 'en',
  structure: { module: 'chapter', passMark: 60, minutes: null, questions: QUESTIONS },
  texts: {
    title: 'Hearing everybody out',
    summary: 'Two short questions and a text.',
    'questions.who.stem': 'Who answers an objection?',
    'questions.who.options.a.text': 'Nobody',
    'questions.who.options.b.text': 'The group',
    'questions.who.options.c.text': 'The chair alone',
    'questions.who.options.b.feedback': 'An objection is a question to all.',
    'questions.who.hints.1': 'Not one person alone.',
    'questions.when.stem': 'In which year did the IETF first meet?',
    'questions.why.stem': 'Why does one hear everybody out?',
    'questions.why.rubric.reason.text': 'A reason is given',
    'questions.why.rubric.example.text': 'There is an example',
  },
  references: [],
};

export const ESSAY_POINTS = { who: 2, when: 1, why: 4 };

export function publishEssayQuiz({ app, database, clock }: TestApp): Promise<string> {
  return database.write((write) => app.get(Content, { strict: false }).publish(write, ESSAY_QUIZ, clock.now()));
}

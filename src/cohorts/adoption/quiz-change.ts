/** What is different in a newer version of a quiz. It tells what is right: it is for whoever may see that. */
import { canonical } from '../../content/canonical';
import type { PackageDocument } from '../../content/package';
import type { QuestionStructure } from '../../content/question-structures';
import type { QuizStructure } from '../../content/structures';
import { partsChanged } from './texts';
import type { Rewritten } from './rewording';

export interface QuestionChange {
  became: 'added' | 'removed' | 'changed';
  /** As it is asked now; of one that is gone, as it was asked. */
  stem: string;
  paragraphs: Rewritten[];
  points: { was: number; now: number } | null;
  /** Which answers there are, or which of them is right. */
  answer: boolean;
}

export interface QuizChange {
  /** In percent. */
  passMark: { was: number; now: number } | null;
  /** The time limit; null on one side is none. */
  minutes: { was: number | null; now: number | null } | null;
  questions: QuestionChange[];
}

/** Null when the quiz is what it was, but for its name. */
export function quizChange(was: PackageDocument, now: PackageDocument): QuizChange | null {
  const [old, fresh] = [was.structure as QuizStructure, now.structure as QuizStructure];
  const kept = fresh.questions.map((question) => {
    const earlier = old.questions.find(({ key }) => key === question.key);
    return earlier ? questionChange(earlier, question, was, now) : bare(question, now, 'added');
  });
  const gone = old.questions
    .filter(({ key }) => !fresh.questions.some((one) => one.key === key))
    .map((question) => bare(question, was, 'removed'));
  const change: QuizChange = {
    passMark: pair(old.passMark, fresh.passMark),
    minutes: pair(old.minutes, fresh.minutes),
    questions: [...kept, ...gone].filter((question) => question !== null),
  };
  return change.passMark || change.minutes || change.questions.length ? change : null;
}

function pair<T>(was: T, now: T): { was: T; now: T } | null {
  return was === now ? null : { was, now };
}

const stemOf = ({ key }: QuestionStructure, { texts }: PackageDocument) => texts[`questions.${key}.stem`] ?? '';

function bare(question: QuestionStructure, document: PackageDocument, became: 'added' | 'removed'): QuestionChange {
  return { became, stem: stemOf(question, document), paragraphs: [], points: null, answer: false };
}

function questionChange(
  old: QuestionStructure,
  fresh: QuestionStructure,
  was: PackageDocument,
  now: PackageDocument,
): QuestionChange | null {
  const paragraphs = partsChanged(was.texts, now.texts, `questions.${fresh.key}.`).flatMap((part) => part.paragraphs);
  const points = pair(old.points, fresh.points);
  const answer = canonical(asked(old)) !== canonical(asked(fresh));
  if (!paragraphs.length && !points && !answer) return null;
  return { became: 'changed', stem: stemOf(fresh, now), paragraphs, points, answer };
}

/** What is asked and what is right, without what it counts and where to read again. */
function asked(question: QuestionStructure): object {
  return { ...question, points: 0, read: null };
}

/** A quiz and its questions as a published version holds them: types, points and the key, without words. */
import { PackageDocument } from '../../content/package';
import { QuestionStructure } from '../../content/question-structures';
import { QuizStructure } from '../../content/structures';
import { Language } from '../../kernel/language';

export type Question = QuestionStructure;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

export interface Quiz extends QuizStructure {
  slug: string;
  /** the original's language */
  language: Language;
}

/** The quiz that a published document holds. */
export function quiz({ kind, slug, language, structure }: PackageDocument): Quiz {
  if (kind !== 'quiz') throw new Error(`${kind} ${slug} is not a quiz`);
  return { slug, language, ...(structure as QuizStructure) };
}

/** Whether something is asked at all: a description is only read. */
export function isAsked({ type }: Pick<Question, 'type'>): boolean {
  return type !== 'description';
}

/** Whether a person has to read the answer before it is worth anything. */
export function isMarkedByHand({ type }: Pick<Question, 'type'>): boolean {
  return type === 'essay';
}

/** The question with a number, counted from 1; null when there is none. */
export function questionAt({ questions }: Quiz, number: number): Question | null {
  return questions[number - 1] ?? null;
}

export function pointsOf({ questions }: Pick<Quiz, 'questions'>): number {
  return questions.reduce((sum, { points }) => sum + points, 0);
}

/** Where to read again: a lesson of the quiz's module, and a heading in it. */
export function readAgain({ read }: Question): { lesson: string; heading: string | null } | null {
  if (read === null) return null;
  const [lesson, heading] = read.split('#');
  return { lesson: lesson!, heading: heading ?? null };
}

/** The text key of something that belongs to a question, such as `options.a.text`. */
export function textKey(question: Pick<Question, 'key'>, rest: string): string {
  return `questions.${question.key}.${rest}`;
}

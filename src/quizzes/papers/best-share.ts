/** How much of a quiz's points can be reached at all, which need not be everything where answers are weighed. */
import type { Question } from '../questions/question';

/** Percent, rounded down; null when nothing gives points. */
export function bestShare(questions: readonly Question[]): number | null {
  const most = questions.reduce((sum, { points }) => sum + points, 0);
  if (most === 0) return null;
  const reached = questions.reduce((sum, question) => sum + (question.points * bestPercent(question)) / 100, 0);
  return Math.floor((reached * 100) / most + 1e-9);
}

function bestPercent(question: Question): number {
  if (question.type === 'short-text') return Math.max(0, ...question.answers.map(({ percent }) => percent));
  if (question.type !== 'multiple' || !question.weights) return 100;
  const gained = Object.values(question.weights).filter((percent) => percent > 0);
  return Math.min(
    100,
    gained.reduce((sum, percent) => sum + percent, 0),
  );
}

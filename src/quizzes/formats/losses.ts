/** What a format cannot carry, so that whoever takes a file away knows before they do. */
import type { Details, Imported } from './imported';

/** `left-out` is the whole question; everything else is a part of it. */
export type LossKey = `formats.loss.${
  | 'left-out'
  | 'hints'
  | 'penalty'
  | 'points'
  | 'units'
  | 'match-case'
  | 'rubric'
  | 'most-words'
  | 'feedback-right-wrong'
  | 'feedback-parts'
  | 'arrow'
  | 'weight'
  | 'numbers'
  | 'read'
  | 'category'
  | 'languages'}`;

export interface Loss {
  /** of the question */
  name: string;
  key: LossKey;
  details: Details;
}

export interface WrittenFile {
  text: string;
  losses: Loss[];
}

/** Notes what is lost of one question; each kind once. */
export type Lose = (key: LossKey, details?: Details) => void;

/** A place to note losses, and a `Lose` for each question. */
export function losing(): { losses: Loss[]; of: (question: Pick<Imported, 'name'>) => Lose } {
  const losses: Loss[] = [];
  const of = ({ name }: Pick<Imported, 'name'>): Lose => {
    const seen = new Set<LossKey>();
    return (key, details = {}) => {
      if (!seen.has(key)) losses.push({ name, key, details });
      seen.add(key);
    };
  };
  return { losses, of };
}

/** What most formats without room for tries and marks lose. */
export function loseExtras(question: Imported, lose: Lose): void {
  if (question.hints.length) lose('formats.loss.hints');
  if (question.penalty !== null) lose('formats.loss.penalty');
  if (question.points > 1) lose('formats.loss.points');
  if (question.type === 'short-text' && question.matchCase) lose('formats.loss.match-case');
  if (question.type === 'number' && question.units.length) lose('formats.loss.units');
  if (question.type === 'essay' && question.rubric.length) lose('formats.loss.rubric');
  if (question.type === 'essay' && question.mostWords !== null) lose('formats.loss.most-words');
}

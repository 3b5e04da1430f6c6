/** What the team saw of one person, for that person's own page and for the team. */
import { CRITERIA } from './rubric';
import type { RubricMark } from './rubric-mark.entity';

export interface SeatRubric {
  rows: { criterion: string; phrase: string; level: number }[];
  comment: string;
}

/** Criterion by criterion; what could not be seen is left out. */
export function rubricShown({ levels, comment }: Pick<RubricMark, 'levels' | 'comment'>): SeatRubric {
  const rows = CRITERIA.flatMap((criterion) => {
    const level = levels[criterion];
    return level === undefined
      ? []
      : [{ criterion: `debriefing.rubric.${criterion}.name`, phrase: `debriefing.rubric.${criterion}.level-${level}`, level }];
  });
  return { rows, comment };
}

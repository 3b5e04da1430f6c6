import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { LevelsForm } from './circle.form';
import { CRITERIA, LEVELS } from './rubric';
import type { RubricMark } from './rubric-mark.entity';

/** Whose rubric it is, by their name and their seat. */
export interface Rated {
  name: string;
  /** the seat's name, or null for somebody who looked on */
  seat: string | null;
  action: string;
  back: string;
}

/** views/simulations/rubric.hbs: what somebody of the team saw of one person, criterion by criterion. */
export function rubricPage(rated: Rated, before: RubricMark | null, typed: LevelsForm | null = null, errors: FormError[] = []) {
  const chosen: Record<string, string | number | undefined> = typed?.levels ?? before?.levels ?? {};
  return {
    ...rated,
    formId: newId(),
    errors: errors.length ? errors : null,
    version: before?.version ?? 0,
    criteria: CRITERIA.map((key) => ({
      field: `levels.${key}`,
      name: `debriefing.rubric.${key}.name`,
      levels: LEVELS.map((level) => ({
        level,
        phrase: `debriefing.rubric.${key}.level-${level}`,
        chosen: String(chosen[key] ?? '') === String(level),
      })),
    })),
    comment: typed?.comment ?? before?.comment ?? '',
  };
}

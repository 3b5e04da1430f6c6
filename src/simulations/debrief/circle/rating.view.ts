import { newId } from '../../../kernel/identifier';
import { tableSymbols } from '../../../web/pictures/symbols';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Spoken } from '../../room/scene.view';
import type { LevelsForm } from './circle.form';
import type { DebriefRating } from './debrief-rating.entity';
import { ELEMENTS, RATES } from './elements';

export interface RatingPlace {
  title: Spoken;
  action: string;
  back: string;
  /** somebody of the team judges the debrief that they led */
  facilitator: boolean;
}

/** views/simulations/rating.hbs: how the debrief itself was, in six elements from 1 to 7. */
export function ratingPage(place: RatingPlace, before: DebriefRating | null, typed: LevelsForm | null = null, errors: FormError[] = []) {
  const chosen: Record<string, string | number | undefined> = typed?.levels ?? before?.levels ?? {};
  return {
    ...place,
    formId: newId(),
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    version: before?.version ?? 0,
    elements: ELEMENTS.map((key) => ({
      field: `levels.${key}`,
      name: `debriefing.element.${key}`,
      rates: RATES.map((rate) => ({ rate, chosen: String(chosen[key] ?? '') === String(rate) })),
    })),
    comment: typed?.comment ?? before?.comment ?? '',
    saved: before !== null,
  };
}

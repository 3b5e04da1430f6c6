import { IsIn, Matches } from 'class-validator';
import { PerhapsText, Text, Whole } from '../../web/forms/rules';

const LONGEST = 2000;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^\d{1,6}$/;
const MISSING = { message: 'errors.form.missing' };
const MOST_HOURS = 14 * 24;

/** To which phase, from the one that was on the page. */
export class MoveForm {
  @Matches(KEY, MISSING)
  to = '';

  @Matches(NUMBER, MISSING)
  phase = '';
}

/** More time for the phase that was on the page, and why. */
export class ExtensionForm {
  @Whole(1, MOST_HOURS, 'facilitating.error.amount')
  amount = '';

  @IsIn(['minutes', 'hours'], MISSING)
  unit: 'minutes' | 'hours';

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  @Matches(NUMBER, MISSING)
  phase = '';
}

export class ModeForm {
  @IsIn(['live', 'async'], MISSING)
  mode: 'live' | 'async';

  @Matches(NUMBER, MISSING)
  phase = '';
}

/** A word to one seat, to all, or to all who have not spoken yet. */
export class WordForm {
  @Matches(KEY, { message: 'facilitating.error.to' })
  to = '';

  @Text(LONGEST, 'facilitating.error.words')
  text = '';
}

/** Whose turn it is, among those who wait. */
export class TurnForm {
  @Matches(KEY, MISSING)
  role = '';
}

export class NoteForm {
  @Text(LONGEST, 'facilitating.error.note')
  text = '';
}

/** Who takes a seat: `script`, `vacant`, or the place of somebody who looks on; `from` is who sat there on the page. */
export class HolderForm {
  @Matches(/^(script|vacant|[0-9a-f-]{36})$/, { message: 'facilitating.error.holder' })
  holder = '';

  @Matches(KEY, MISSING)
  from = '';
}

/** The end of the talk without agreement, with a last word if one likes. */
export class EndingForm {
  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  @Matches(NUMBER, MISSING)
  phase = '';
}

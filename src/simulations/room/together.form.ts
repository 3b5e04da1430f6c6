import { IsIn, IsOptional, Matches } from 'class-validator';
import type { Level, Ruling } from '../engine/events';
import { CONSENTS } from '../engine/consents';
import { Many } from '../../web/forms/fields';
import { Chosen, PerhapsText } from '../../web/forms/rules';

const LONGEST = 2000;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^\d{1,6}$/;
const MISSING = { message: 'errors.form.missing' };
const TOO_LONG = 'simulations.error.too-long';

/** What the chair does with a change that somebody suggested. */
export const DECISIONS = ['substantive', 'editorial', 'reject', 'promote'] as const;
export type Decision = (typeof DECISIONS)[number];

export const RULINGS = ['accommodated', 'in-the-rough', 'out-of-scope', 'duplicate', 'upheld'] as const satisfies readonly Ruling[];

/** Words of one's own, for whatever the address says. */
export class OwnWordsForm {
  @PerhapsText(LONGEST, TOO_LONG)
  text = '';
}

/** Asking for the floor: from the room or from elsewhere. */
export class QueueForm {
  @IsOptional()
  @IsIn(['yes'], MISSING)
  remote?: string;
}

/** Whom the chair gives the floor; nobody named means whoever is next. */
export class FloorForm {
  @IsOptional()
  @Matches(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/, MISSING)
  role?: string;
}

/** A message to some seats. */
export class MessageForm {
  @Many()
  @Chosen((to) => to.length > 0 && to.every((one) => KEY.test(one)), 'together.error.to')
  to: string[] = [];

  @PerhapsText(LONGEST, TOO_LONG)
  text = '';
}

/** What may be done with what one says here; nothing of it has to be. */
export class ConsentForm {
  @Many()
  @Chosen((to) => to.every((one) => (CONSENTS as readonly string[]).includes(one)), 'errors.form.missing')
  purposes: string[] = [];
}

export class DecisionForm {
  @IsIn(DECISIONS, { message: 'together.error.decision' })
  decision: Decision;

  @PerhapsText(LONGEST, TOO_LONG)
  text = '';

  @Matches(NUMBER, MISSING)
  revision = '';
}

export class RulingForm {
  @IsIn(RULINGS, { message: 'together.error.ruling' })
  ruling: Ruling;

  /** which one it repeats */
  @IsOptional()
  @Matches(/^$|^o\d{1,6}$/, MISSING)
  of?: string;

  @PerhapsText(LONGEST, TOO_LONG)
  text = '';

  @Matches(NUMBER, MISSING)
  version = '';
}

export class AssessmentForm {
  @Matches(KEY, { message: 'together.error.level' })
  level: Level;

  @PerhapsText(LONGEST, TOO_LONG)
  text = '';

  /** how often it was said before, as far as the page knew */
  @Matches(NUMBER, MISSING)
  iteration = '';
}

/** One's hand for one side, or down. */
export class HandForm {
  @IsIn(['yes', 'no', 'down'], { message: 'together.error.hand' })
  option = '';
}

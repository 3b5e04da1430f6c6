import { IsIn, IsOptional, Matches } from 'class-validator';
import { OBJECTION_KINDS, STANCES, type ObjectionKind, type Stance } from '../../content/scenario';
import { Family } from '../../web/forms/fields';
import { PerhapsText } from '../../web/forms/rules';

const LONGEST = 2000;
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^\d{1,6}$/;
const MISSING = { message: 'errors.form.missing' };

/** Taking a seat: which role, chosen in the start page. */
export class SeatForm {
  @Matches(KEY, { message: 'simulations.error.role' })
  role = '';
}

/** Something to say: a written statement, or one's own words. */
export class StatementForm {
  @IsOptional()
  @Matches(KEY, MISSING)
  statement?: string;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';
}

/** A change to one clause, made for the revision that was on the page. */
export class AmendmentForm {
  @Family()
  @IsOptional()
  terms?: Record<string, string>;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  @Matches(NUMBER, MISSING)
  revision = '';
}

/** Changes to everything at once, made for the text that was on the page. */
export class PackageForm {
  @Family()
  @IsOptional()
  terms?: Record<string, string>;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  @Matches(NUMBER, MISSING)
  number = '';
}

export class PackageAnswerForm {
  @IsIn(['yes', 'no'], MISSING)
  accepts = '';
}

/** Where one stands on a clause, as it was on the page. */
export class StanceForm {
  @IsIn(STANCES, { message: 'simulations.error.stance' })
  stance: Stance;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  @Matches(NUMBER, MISSING)
  revision = '';
}

export class ObjectionForm {
  @IsIn(OBJECTION_KINDS, { message: 'simulations.error.objection-kind' })
  kind: ObjectionKind;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';

  /** What would settle it, as `slot:option`; may be left open. */
  @IsOptional()
  @Matches(/^$|^[a-z0-9-]+:[a-z0-9-]+$/, MISSING)
  remedy?: string;
}

/** An answer to an objection: a written argument, or one's own words. */
export class AnswerForm {
  @IsOptional()
  @Matches(KEY, MISSING)
  argument?: string;

  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';
}

/** Going on to the next phase, from the one that was on the page. */
export class PhaseForm {
  @Matches(NUMBER, MISSING)
  phase = '';
}

/** Ending without agreement, with a last word if one likes. */
export class EndForm {
  @PerhapsText(LONGEST, 'simulations.error.too-long')
  text = '';
}

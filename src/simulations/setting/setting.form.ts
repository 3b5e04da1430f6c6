import { IsIn, IsOptional, Matches } from 'class-validator';
import { STAKEHOLDER_GROUPS } from '../../content/scenario';
import { Family, Many } from '../../web/forms/fields';
import { Chosen, Text, Whole } from '../../web/forms/rules';
import { PARTS, type Part } from './cast';
import { FILLERS } from './fillers';
import { VACANT, type Vacant } from './sitting.entity';

const MISSING = { message: 'errors.form.missing' };
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const ID = /^[0-9a-f-]{36}$/;

/** How people get their seats: now by chance, after they have said what they would like, or one by one. */
export const CASTINGS = ['chance', 'wish', 'hand'] as const;
export const MOST_TABLES = 20;

/** A scenario to use: which step of the programme, and how. */
export class SittingForm {
  /** module and step, with a stroke between them */
  @Matches(/^[a-z0-9-]{1,64}\/[a-z0-9-]{1,64}$/, MISSING)
  scenario = '';

  @Text(100, 'sittings.error.name')
  name = '';

  @IsIn(['live', 'async'], { message: 'sittings.error.mode' })
  mode: 'live' | 'async';

  @Whole(1, MOST_TABLES, 'sittings.error.tables')
  tables = '';

  /** A day and an hour in the cohort's zone; empty where somebody presses. */
  @Matches(/^$|^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { message: 'sittings.error.starts' })
  starts = '';

  @IsIn(CASTINGS, MISSING)
  casting: (typeof CASTINGS)[number];

  @IsOptional()
  @IsIn(['yes'], MISSING)
  notOwn?: string;

  @IsIn(VACANT, MISSING)
  vacant: Vacant;
}

/** Another time for tables that have not begun. */
export class PostponeForm {
  @Matches(/^$|^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { message: 'sittings.error.starts' })
  starts = '';

  @Matches(/^\d{1,9}$/, MISSING)
  version = '';
}

/** Casting everybody anew. */
export class CastingForm {
  @IsIn(['wish', 'chance'], MISSING)
  by: 'wish' | 'chance';
}

/** Somebody who came late, by their enrolment; empty for all of them. */
export class LateForm {
  @Matches(/^([0-9a-f-]{36})?$/, MISSING)
  person = '';
}

/** Where one person goes at a table: a seat's key, `look-on`, `stand-by` or `away`. */
export class SeatingForm {
  @Matches(ID, { message: 'sittings.error.person' })
  person = '';

  @Matches(KEY, { message: 'sittings.error.seat' })
  seat = '';
}

/** The seat that somebody who stands ready takes. */
export class StepInForm {
  @Matches(KEY, { message: 'sittings.error.seat' })
  seat = '';
}

/** Who plays the seats in which nobody sits, by role. */
export class FillingForm {
  @Family()
  @IsOptional()
  seats?: Record<string, string>;
}

/** What somebody would like to be. */
export class WishForm {
  @IsIn(PARTS, MISSING)
  part: Part;

  @Many()
  @Chosen((roles) => roles.length <= 3 && roles.every((role) => role === '' || KEY.test(role)), MISSING.message)
  roles: string[] = [];

  @IsIn(['', ...STAKEHOLDER_GROUPS], MISSING)
  group = '';
}

export const isFiller = (value: string): value is (typeof FILLERS)[number] => (FILLERS as readonly string[]).includes(value);

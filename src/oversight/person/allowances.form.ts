import { Matches } from 'class-validator';
import { Day, PerhapsText, Whole } from '../../web/forms/rules';

const MODULE = /^([a-z0-9][a-z0-9-]{0,63}|\*)$/;
const VERSION = /^\d{1,9}$/;

/** Another deadline for one person. */
export class DeadlineForm {
  /** A module's slug, or `*` for all. */
  @Matches(MODULE, { message: 'errors.form.missing' })
  module = '';

  @Day('timetable.error.own-day')
  dueOn = '';

  @PerhapsText(500, 'timetable.error.why')
  why = '';

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** One that is taken back. */
export class TakenBackForm {
  @Matches(MODULE, { message: 'errors.form.missing' })
  module = '';

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** More time in quizzes, in percent. */
export class ExtraTimeForm {
  @Whole(0, 300, 'timetable.error.percent')
  percent = '';

  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

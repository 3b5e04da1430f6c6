import { IsIn, Matches } from 'class-validator';
import { type Absence, ABSENCES } from './absence';

/** What becomes of those who are away at one table. */
export class AbsenceForm {
  @IsIn(ABSENCES, { message: 'hours.error.rule' })
  rule: Absence;

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

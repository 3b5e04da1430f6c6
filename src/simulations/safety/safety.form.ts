import { IsOptional, Matches } from 'class-validator';
import { Text } from '../../web/forms/rules';

const LONGEST = 2000;
const MISSING = { message: 'errors.form.missing' };

/** What went wrong, and the words that it is about, if it is about some. */
export class ReportForm {
  @Text(LONGEST, 'safety.error.report')
  text = '';

  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/, MISSING)
  words?: string;
}

/** Another seat, or '' for none. */
export class LeaveForm {
  @Matches(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'safety.error.seat' })
  to = '';
}

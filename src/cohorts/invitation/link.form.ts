import { IsIn, Matches, ValidateIf } from 'class-validator';
import { Day, Whole } from '../../web/forms/rules';

/** Until when and for how many the link works, and the version of it that was on the page. */
export class TermsForm {
  /** Empty: as long as the cohort lasts. */
  @ValidateIf(({ lastsUntil }: TermsForm) => lastsUntil !== '')
  @Day('ways.error.day')
  lastsUntil = '';

  /** Empty: as many as want to. */
  @ValidateIf(({ most }: TermsForm) => most !== '')
  @Whole(1, 10_000, 'ways.error.most')
  most = '';

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

/** One press that closes something, or opens it. */
export class DoorForm {
  @IsIn(['open', 'close'], { message: 'errors.form.missing' })
  do = '';
}

import { IsIn } from 'class-validator';
import { Family } from '../../web/forms/fields';

/** A list of people, however it was copied. */
export class PasteForm {
  text = '';
  /** Empty: what a file holds stands beside the form, in the request. */
  file = '';
}

/** The rows of a list with what was corrected in them, by their numbers; and whether the good ones go in now. */
export class RowsForm {
  @IsIn(['add', 'check'], { message: 'errors.form.missing' })
  do = '';

  @Family() name: Record<string, string> = {};
  @Family() email: Record<string, string> = {};
  /** Those that go in although there is a doubt. */
  @Family() take: Record<string, string> = {};
}

/** One press beside somebody who was invited: the id of the invitation to send again, or to take back. */
export class InvitedForm {
  send = '';
  withdraw = '';
}

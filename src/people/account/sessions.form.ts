import { Matches } from 'class-validator';

/** Which browser to sign out: one of the list, or all others. */
export class EndSessionForm {
  @Matches(/^(?:others|[\w-]{43})$/, { message: 'errors.form.missing' })
  session = '';
}

import { Matches } from 'class-validator';

/** “I have read it, go on.” */
export class ReadForm {}

/** The heading that was seen last. */
export class PlaceForm {
  @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/, { message: 'errors.form.missing' })
  heading = '';
}

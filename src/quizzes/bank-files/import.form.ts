import { IsIn } from 'class-validator';
import { type Language, LANGUAGES } from '../../kernel/language';
import { PerhapsText } from '../../web/forms/rules';

/** Questions from elsewhere: pasted, or in a file; looked at, mended, and taken in. */
export class ImportForm {
  text = '';
  /** Empty: what a file holds stands beside the form, in the request. */
  file = '';

  /** What the file was called, when its text comes again. */
  @PerhapsText(300, 'errors.form.missing')
  called = '';

  @IsIn(LANGUAGES, { message: 'formats.error.language' })
  language: Language = 'en';

  @IsIn(['look', 'take'], { message: 'errors.form.missing' })
  do: 'look' | 'take' = 'look';

  /** A number of a problem whose fix is certain, counted from 0; or all of them. */
  @PerhapsText(10, 'errors.form.missing')
  fix = '';

  /** Questions with errors stay out, the others come in. */
  @PerhapsText(3, 'errors.form.missing')
  leave = '';

  /** How many questions of a package were left out before its text stood in the page. */
  @PerhapsText(6, 'errors.form.missing')
  left = '';
}

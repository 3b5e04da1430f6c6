import { Matches } from 'class-validator';
import { PerhapsText } from '../../web/forms/rules';

const LONGEST_TEXT = 40_000;
const LONGEST_LINKS = 3_000;

/** What somebody is writing, and what they press: keep it, add a file, take one away, or hand it in. */
export class WorkForm {
  @PerhapsText(LONGEST_TEXT, 'assignments.error.text-long')
  text = '';

  /** One on each line. */
  @PerhapsText(LONGEST_LINKS, 'assignments.error.links-long')
  links = '';

  /** Its bytes come beside the form. */
  file = '';

  @Matches(/^(save|add|hand-in|remove-[0-9a-f-]{36})$/, { message: 'errors.form.missing' })
  do = '';

  /** Of the work, as its author saw it; 0 before there was one. */
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

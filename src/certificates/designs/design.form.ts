import { IsIn, Matches } from 'class-validator';
import { PerhapsText } from '../../web/forms/rules';

const LONGEST_NAME = 80;
const LONGEST_ROLE = 80;
const ID = /^([0-9a-f-]{36})?$/;
const COLOUR = /^#[0-9a-fA-F]{6}$/;

/** Where a picture that is brought belongs. */
export const PLACES = ['logo', '1', '2', '3'] as const;

/** How a chapter's certificates are to look, and what is pressed: look at it, keep it, or take a picture away. */
export class DesignForm {
  @Matches(COLOUR, { message: 'designs.error.colour' })
  ink = '';

  @Matches(COLOUR, { message: 'designs.error.colour' })
  paper = '';

  @Matches(ID, { message: 'errors.form.missing' })
  logo = '';

  @PerhapsText(LONGEST_NAME, 'designs.error.name-long')
  name1 = '';

  @PerhapsText(LONGEST_NAME, 'designs.error.name-long')
  name2 = '';

  @PerhapsText(LONGEST_NAME, 'designs.error.name-long')
  name3 = '';

  @PerhapsText(LONGEST_ROLE, 'designs.error.role-long')
  role1 = '';

  @PerhapsText(LONGEST_ROLE, 'designs.error.role-long')
  role2 = '';

  @PerhapsText(LONGEST_ROLE, 'designs.error.role-long')
  role3 = '';

  @Matches(ID, { message: 'errors.form.missing' })
  signature1 = '';

  @Matches(ID, { message: 'errors.form.missing' })
  signature2 = '';

  @Matches(ID, { message: 'errors.form.missing' })
  signature3 = '';

  /** Its bytes come beside the form. */
  file = '';

  @IsIn(['', ...PLACES], { message: 'errors.form.missing' })
  place = '';

  /** Empty where two versions were compared and one of them is to be kept. */
  @Matches(/^(|preview|save|remove-(logo|[123]))$/, { message: 'errors.form.missing' })
  do = '';

  /** The number of the version on the page; 0 before there was one. */
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

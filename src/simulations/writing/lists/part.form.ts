import { IsIn, Matches } from 'class-validator';
import { Family, Many } from '../../../web/forms/fields';
import { PerhapsText } from '../../../web/forms/rules';
import type { Typed } from './part';

/** Longer than any words that a part may have; how long those of its own kind may be is said when they are read. */
const LONGEST = 3_000;
const SHORT = 100;

/** Any press about a scenario: which version of it was on the page. */
class PressOnVersion {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

/** A press on a list of parts: one more with these words, or one of them moved or taken out. */
export class ArrangeForm extends PressOnVersion {
  @PerhapsText(LONGEST, 'scenario-parts.error.long')
  words = '';

  /** Keys of parts. */
  @PerhapsText(SHORT, 'errors.form.missing') up = '';
  @PerhapsText(SHORT, 'errors.form.missing') down = '';
  @PerhapsText(SHORT, 'errors.form.missing') remove = '';
}

/** A part of any kind; what belongs to other kinds is let be. */
export class PartForm extends PressOnVersion implements Typed {
  /** Back to the list, or on with the same part. */
  @IsIn(['save', 'stay'], { message: 'errors.form.missing' })
  do = 'save';

  @PerhapsText(LONGEST, 'scenario-parts.error.long') words = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') kind = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') minutes = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') hours = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') quota = '';
  @Many() to: string[] = [];
  @PerhapsText(SHORT, 'scenario-parts.error.choose') at = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') phase = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') minute = '';
  @Family() test: Record<string, string> = {};
  @Family() so: Record<string, string> = {};
  @PerhapsText(SHORT, 'scenario-parts.error.choose') role = '';
  @PerhapsText(SHORT, 'scenario-parts.error.choose') slot = '';
  @Many() remedy: string[] = [];
  @Family() answer: Record<string, string> = {};
  @Many() meets: string[] = [];
  @PerhapsText(SHORT, 'scenario-parts.error.choose') step = '';
}

/** A long text of a scenario. */
export class TextForm extends PressOnVersion {
  /** `preview` shows what was typed and keeps nothing. */
  @IsIn(['save', 'preview'], { message: 'errors.form.missing' })
  do = 'save';

  @PerhapsText(20_000, 'scenario-parts.error.long')
  text = '';
}

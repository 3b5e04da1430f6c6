import { IsOptional, Matches } from 'class-validator';
import { Family } from '../../web/forms/fields';
import { PerhapsText } from '../../web/forms/rules';

export const LONGEST_COMMENT = 3_000;

/** Points for each criterion, and words for whoever wrote the text. */
export class MarkForm {
  @Family()
  @IsOptional()
  points: Record<string, string> = {};

  @PerhapsText(LONGEST_COMMENT, 'analysis.error.long')
  comment = '';

  /** Of the mark, as the marker saw it; 0 for none. */
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

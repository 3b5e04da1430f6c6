import { IsIn, IsOptional, Matches } from 'class-validator';
import { Family, Many } from '../../web/forms/fields';

export class BeginForm {}

export class HandInForm {}

/** An answer, in the fields of whatever type its question has; what they may hold is for the question to say. */
export class GivenForm {
  @Many()
  @IsOptional()
  answer?: string[];

  @Family()
  @IsOptional()
  part?: Record<string, string>;

  @IsOptional()
  @Matches(/^\d{1,3}$/, { message: 'errors.form.missing' })
  up?: string;

  @IsOptional()
  @Matches(/^\d{1,3}$/, { message: 'errors.form.missing' })
  down?: string;
}

/** An answer that is saved in an attempt. */
export class AnswerForm extends GivenForm {
  /** How often the answer had been saved when this page was made, and how often this page has posted. */
  @Matches(/^\d{1,6}$/, { message: 'errors.form.missing' })
  sequence = '0';

  @IsOptional()
  @Matches(/^\d{1,6}$/, { message: 'errors.form.missing' })
  turn?: string;

  /** How sure somebody is, from 1 to 3. */
  @IsOptional()
  @IsIn(['1', '2', '3'], { message: 'errors.form.missing' })
  certainty?: string;

  /** Asks to be told at once whether it is right. */
  @IsOptional()
  @IsIn(['yes'], { message: 'errors.form.missing' })
  check?: string;

  /** Nothing is answered: the question is closed, or is only to be read. */
  @IsOptional()
  @IsIn(['yes'], { message: 'errors.form.missing' })
  skip?: string;

  /** Marks the question, to look at it again before handing in, or takes the mark away. */
  @IsOptional()
  @IsIn(['yes', 'no'], { message: 'errors.form.missing' })
  flag?: string;

  /** Where to go after saving: the next question, a question's number, or the summary. */
  @IsOptional()
  @Matches(/^(\d{1,3}|next|summary)$/, { message: 'errors.form.missing' })
  go?: string;

  /** Given on the page that shows two answers side by side. */
  @IsOptional()
  @IsIn(['mine'], { message: 'errors.form.missing' })
  keep?: string;
}

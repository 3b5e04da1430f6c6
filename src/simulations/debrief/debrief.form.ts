import { IsOptional, Matches } from 'class-validator';
import { Family } from '../../web/forms/fields';

/** One step of the debrief: what somebody writes down for each of its questions, from the version that was on the page. */
export class ReflectionForm {
  @Family()
  @IsOptional()
  answers?: Record<string, string>;

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

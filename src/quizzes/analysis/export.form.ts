import { IsIn } from 'class-validator';
import { type Population, POPULATIONS } from './population';

/** Of which attempts the table is taken out. */
export class ExportForm {
  @IsIn(POPULATIONS, { message: 'errors.form.missing' })
  attempts: Population = 'first';
}

import { IsOptional, MaxLength } from 'class-validator';

/** Where somebody is going, and a form that was interrupted. */
export class SingleSignOnForm {
  @IsOptional()
  @MaxLength(500, { message: 'errors.form.missing' })
  next?: string;

  @IsOptional()
  @MaxLength(60_000, { message: 'errors.form.missing' })
  kept?: string;
}

import { IsIn, MaxLength, MinLength } from 'class-validator';

/** In which form somebody wants what is held about them. */
export class DataForm {
  @IsIn(['html', 'json'], { message: 'privacy.error.format' }) format = '';
}

/** Goodbye: with the password, because it cannot be undone. */
export class ErasureForm {
  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';

  /** Whether certificates are to name nobody. */
  @IsIn(['', 'yes'], { message: 'privacy.error.format' }) hide = '';
}

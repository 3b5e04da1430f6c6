import { IsIn, MaxLength, MinLength } from 'class-validator';
import { FAREWELLS } from '../../certificates/holding/leaving.service';

/** In which form somebody wants what is held about them. */
export class DataForm {
  @IsIn(['html', 'json'], { message: 'privacy.error.format' }) format = '';
}

/** Goodbye: with the password, because it cannot be undone. */
export class ErasureForm {
  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';

  /** What becomes of certificates; without a choice they can be checked and name nobody. */
  @IsIn(['', ...FAREWELLS], { message: 'privacy.error.format' }) certificates = '';
}

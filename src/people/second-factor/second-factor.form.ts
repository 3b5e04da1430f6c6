import { MaxLength, MinLength } from 'class-validator';

/** A code from the phone, or one from paper. */
export class CodeForm {
  @MinLength(1, { message: 'account.error.code-missing' })
  @MaxLength(60, { message: 'account.error.code' })
  code = '';
}

/** Doing without the second step: whoever sits at an open browser can do neither alone. */
export class RemovalForm extends CodeForm {
  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';
}

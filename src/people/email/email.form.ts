import { MaxLength, MinLength } from 'class-validator';
import { Email } from '../../web/forms/rules';

/** Another address, and the password: who sits down at somebody's open browser must not get their account. */
export class NewAddressForm {
  @Email('people.error.email')
  email = '';

  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';
}

import { MaxLength, MinLength } from 'class-validator';
import { Email, Text } from '../../web/forms/rules';

/** Who comes in by a link: somebody new, or somebody who has an account and types its password. */
export class ArrivalForm {
  @Text(200, 'people.error.name')
  name = '';

  @Email('people.error.email')
  email = '';

  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';
}

import { IsString } from 'class-validator';
import { Email, Text } from '../../web/forms/rules';

/** The first person of a new site: the one who looks after it. */
export class StewardForm {
  @Text(200, 'people.error.name')
  name = '';

  @Email('people.error.email')
  email = '';

  @IsString({ message: 'people.error.password-missing' })
  password = '';
}

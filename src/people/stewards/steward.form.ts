import { IsEmail, IsString } from 'class-validator';
import { Text } from '../../web/forms/rules';

/** The first person of a new site: the one who looks after it. */
export class StewardForm {
  @Text(200, 'people.error.name')
  name = '';

  @IsEmail({}, { message: 'people.error.email' })
  email = '';

  @IsString({ message: 'people.error.password-missing' })
  password = '';
}

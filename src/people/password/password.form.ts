import { IsString } from 'class-validator';
import { Email } from '../../web/forms/rules';

export class ForgottenForm {
  @Email('people.error.email')
  email = '';
}

export class NewPasswordForm {
  @IsString({ message: 'people.error.password-missing' })
  password = '';
}

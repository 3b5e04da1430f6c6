import { IsEmail, IsString } from 'class-validator';

export class ForgottenForm {
  @IsEmail({}, { message: 'people.error.email' })
  email = '';
}

export class NewPasswordForm {
  @IsString({ message: 'people.error.password-missing' })
  password = '';
}

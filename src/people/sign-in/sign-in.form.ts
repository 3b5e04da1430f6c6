import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Email } from '../../web/forms/rules';

/** Who signs in, where they were going, and a form they had filled in when their session ended. */
export class SignInForm {
  @IsString({ message: 'people.error.email' })
  @MinLength(1, { message: 'people.error.email' })
  @MaxLength(254, { message: 'people.error.email' })
  email = '';

  @IsString({ message: 'people.error.password-missing' })
  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';

  @IsOptional()
  @MaxLength(500, { message: 'errors.form.missing' })
  next?: string;

  /** The fields of the interrupted form, as JSON. */
  @IsOptional()
  @MaxLength(60_000, { message: 'errors.form.missing' })
  kept?: string;
}

/** The same form, sent by its other button: for a link by mail. What stands in the field for the password is not looked at. */
export class AskLinkForm {
  @Email('people.error.email')
  email = '';

  @IsOptional()
  @IsString({ message: 'people.error.password-missing' })
  password?: string;

  @IsOptional()
  @MaxLength(500, { message: 'errors.form.missing' })
  next?: string;

  @IsOptional()
  @MaxLength(60_000, { message: 'errors.form.missing' })
  kept?: string;
}

export class SignOutForm {}

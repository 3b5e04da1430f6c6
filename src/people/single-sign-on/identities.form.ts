import { IsIn, Matches, MaxLength, MinLength } from 'class-validator';

/** Which name at another site, and whether it may open the account. The password shows that there is another way in. */
export class IdentityForm {
  @Matches(/^[0-9a-f-]{36}$/, { message: 'account.identities.choose' })
  identity = '';

  @IsIn(['unlink', 'link'], { message: 'errors.form.missing' })
  do = '';

  @MinLength(1, { message: 'people.error.password-missing' })
  @MaxLength(128, { message: 'people.error.password.too-long|max=$constraint1' })
  password = '';
}

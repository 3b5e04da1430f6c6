import { IsIn, Matches } from 'class-validator';
import { type Language, LANGUAGES } from '../../kernel/language';
import { Text, Zone } from '../../web/forms/rules';

/** What a person says of themselves, and the version of it that was on the page. */
export class AccountForm {
  @Text(200, 'people.error.name')
  name = '';

  @IsIn(LANGUAGES, { message: 'account.error.language' })
  language: Language;

  @Zone('account.error.zone')
  zone = '';

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

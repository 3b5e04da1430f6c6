import { newId } from '../../kernel/identifier';
import { type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { languageOptions, zoneOptions } from '../../languages/choices';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import type { Person } from '../person.entity';
import type { AccountForm } from './account.form';

type Typed = Pick<AccountForm, 'name' | 'language' | 'zone'>;

/** views/people/account.hbs; `reading` is the language of the page; `elsewhere`: another site may open the account. */
export function accountPage(
  person: Person,
  reading: Language,
  elsewhere: boolean,
  given: AccountForm | null = null,
  errors: FormError[] = [],
) {
  const { name, language, zone } = given ?? typed(person, reading);
  const chosen = Object.hasOwn(LANGUAGE_NAMES, language ?? '') ? language : reading;
  return {
    formId: newId(),
    version: given?.version ?? String(person.version),
    name,
    languages: languageOptions(chosen),
    zones: zoneOptions(chosen, zone || 'UTC'),
    elsewhere,
    email: person.email,
    confirmed: person.emailVerifiedAt !== null,
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: the account was changed in another window. */
export function accountConflict(mine: AccountForm, person: Person, reading: Language) {
  const theirs = typed(person, reading);
  const field = (name: keyof Typed, said: (value: string) => string = (value) => value) => {
    const [own, other] = [String(mine[name]), String(theirs[name])];
    return { name, label: `account.field.${name}`, mine: own, theirs: other, said: { mine: said(own), theirs: said(other) } };
  };
  return conflictPage({
    title: 'account.conflict',
    back: '/account',
    action: '/account',
    version: person.version,
    formId: newId(),
    fields: [field('name'), field('language', (value) => LANGUAGE_NAMES[value as Language]), field('zone')],
  });
}

/** An account as its form shows it. */
function typed({ name, language, zone }: Person, reading: Language): Typed {
  return { name, language: language ?? reading, zone: zone ?? 'UTC' };
}

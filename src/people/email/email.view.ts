import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { Person } from '../person.entity';
import { CONFIRM_DAYS } from './address-letters.service';

/** views/people/email.hbs */
export function emailPage(person: Person, typed = '', errors: FormError[] = []) {
  return {
    formId: newId(),
    askFormId: newId(),
    current: person.email,
    confirmed: person.emailVerifiedAt !== null,
    email: typed,
    days: CONFIRM_DAYS,
    errors: errors.length ? errors : null,
  };
}

/** views/people/confirm-address.hbs */
export function confirmAddressPage(token: string) {
  return { formId: newId(), action: `/confirm-address/${token}` };
}

/** views/people/unconfirmed.hbs: before a certificate; `programme` says which. */
export function unconfirmedPage(person: Person, programme: { text: string; language: string; direction: string }) {
  return { formId: newId(), programme, email: person.email, days: CONFIRM_DAYS };
}

import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { SignInForm } from './sign-in.form';
import { keptFields } from './destination';

/** How long a link for signing in works. */
export const LINK_MINUTES = 15;

export interface DemoPerson {
  email: string;
  name: string;
  role: string;
}

/** views/people/sign-in.hbs */
export function signInPage(given: {
  form?: { values: Pick<SignInForm, 'email' | 'next' | 'kept'>; errors: FormError[] } | null;
  next?: string | null;
  kept?: string | null;
  refused?: boolean;
  interrupted?: boolean;
  demoPeople?: DemoPerson[];
  provider?: string | null;
}) {
  return {
    formId: newId(),
    email: given.form?.values.email ?? '',
    next: given.form?.values.next ?? given.next ?? null,
    kept: given.form?.values.kept ?? given.kept ?? null,
    refused: given.refused ?? false,
    interrupted: given.interrupted ?? false,
    errors: given.form?.errors.length ? given.form.errors : null,
    demoPeople: given.demoPeople ?? [],
    provider: given.provider ? { label: given.provider, formId: newId() } : null,
  };
}

/** views/people/resend.hbs: after signing in again, the form that was interrupted, ready to be sent. `back` is the page on which it stood. */
export function resendPage(action: string, kept: string, back: string) {
  const fields = keptFields(kept);
  return { action, back, fields, shown: fields.filter(({ name, value }) => name !== 'form' && value.length > 0) };
}

/** views/people/link-sent.hbs: the same for every address; `words` are those of an interrupted form, to be copied. */
export function linkSentPage(words: string[]) {
  return { minutes: LINK_MINUTES, words };
}

/** views/people/link.hbs */
export function linkPage(token: string) {
  return { formId: newId(), action: `/sign-in/link/${token}` };
}

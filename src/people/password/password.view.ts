import { newId } from '../../kernel/identifier';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import type { ForgottenForm } from './password.form';
import { SHORTEST } from './password-rules';

/** views/people/forgotten.hbs */
export function forgottenPage(form: Submitted<ForgottenForm> | null = null) {
  return { formId: newId(), email: form?.values.email ?? '', errors: form?.errors.length ? form.errors : null };
}

/** views/people/forgotten-sent.hbs: the same for every address. */
export function forgottenSentPage() {
  return { minutes: RESET_MINUTES };
}

/** views/people/new-password.hbs */
export function newPasswordPage(token: string, errors: FormError[] | null = null) {
  return { formId: newId(), action: `/password/reset/${token}`, shortest: SHORTEST, errors: errors?.length ? errors : null };
}

export const RESET_MINUTES = 60;

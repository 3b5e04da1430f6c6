import { newId } from '../../kernel/identifier';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import { SHORTEST } from '../password/password-rules';
import type { StewardForm } from './steward.form';

/** views/people/first-steward.hbs */
export function firstStewardPage(token: string, form: Submitted<StewardForm> | null = null, errors: FormError[] = []) {
  return {
    formId: newId(),
    action: `/steward/${token}`,
    name: form?.values.name ?? '',
    email: form?.values.email ?? '',
    shortest: SHORTEST,
    errors: errors.length ? errors : null,
  };
}

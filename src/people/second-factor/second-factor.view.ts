import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import { qr } from '../../web/pictures/qr';
import { appAddress, grouped } from './one-time-codes';

/** What is known of a person's second step: `pending` is a secret that waits for its first code. */
export interface SecondFactorState {
  on: boolean;
  left: number;
  pending: string | null;
}

/** views/people/second-factor.hbs; `site` is the host name under which an app lists it. */
export function secondFactorPage({ on, left, pending }: SecondFactorState, site: string, email: string, errors: FormError[] = []) {
  const address = pending && appAddress(site, email, pending);
  return {
    formId: newId(),
    on,
    left,
    setup: address ? { secret: grouped(pending), address, qr: qr(address), againFormId: newId() } : null,
    errors: errors.length ? errors : null,
  };
}

/** views/people/recovery-codes.hbs */
export function recoveryCodesPage(codes: string[], site: string) {
  const text = [site, '', ...codes, ''].join('\r\n');
  return { formId: newId(), codes, file: `${site}.txt`, download: `data:text/plain;charset=utf-8,${encodeURIComponent(text)}` };
}

/** views/people/code.hbs */
export function codePage(errors: FormError[] = []) {
  return { formId: newId(), errors: errors.length ? errors : null };
}

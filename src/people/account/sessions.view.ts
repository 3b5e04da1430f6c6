import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { OpenSession } from '../../web/sessions/session-store.service';

/** views/people/sessions.hbs; `here` names the session of the browser that asks. */
export function sessionsPage(sessions: OpenSession[], here: string, errors: FormError[] = []) {
  return {
    formId: newId(),
    sessions: sessions
      .map(({ id, device, begunAt, usedAt }) => ({ id, formId: newId(), ...device, begunAt, usedAt, here: id === here }))
      .sort((a, b) => Number(b.here) - Number(a.here)),
    several: sessions.length > 1,
    errors: errors.length ? errors : null,
  };
}

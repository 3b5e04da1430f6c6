import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import { SHORTEST } from '../../people/password/password-rules';
import type { FormError } from '../../web/forms/form.pipe';
import type { Viewer } from '../../web/requests/viewer';
import type { AskedFor } from './asked-cohorts.service';
import { LONGEST_MESSAGE } from './asking';
import type { AskArrivalForm } from './request.form';

/** views/cohorts/ask.hbs. `sent`: where a letter went. */
export function askPage(
  found: AskedFor,
  viewer: Viewer | null,
  typed: { message?: string; email?: string; sent?: string } = {},
  errors: FormError[] = [],
) {
  const { cohort, request, state, again } = found;
  const address = `/ask/${cohort.id}`;
  return {
    ...about(found),
    formId: newId(),
    viewer: viewer?.name ?? null,
    state,
    request: request && { message: request.message, askedAt: request.askedAt, answeredAt: request.answeredAt, answer: request.answer },
    again,
    action: address,
    letterAction: `${address}/letter`,
    takeBackAction: `${address}/taken-back`,
    signIn: `/sign-in?next=${encodeURIComponent(address)}`,
    message: typed.message ?? '',
    email: typed.email ?? '',
    sent: typed.sent ?? null,
    most: LONGEST_MESSAGE,
    errors: errors.length ? errors : null,
  };
}

/** views/cohorts/ask-new.hbs: somebody whose address is proved by the letter they come from. */
export function askNewPage(
  token: string,
  email: string,
  known: boolean,
  found: AskedFor,
  typed: AskArrivalForm | null = null,
  errors: FormError[] = [],
) {
  return {
    ...about(found),
    formId: newId(),
    known,
    action: `/asking/${token}`,
    signIn: `/sign-in?next=${encodeURIComponent(`/ask/${found.cohort.id}`)}`,
    name: typed?.name ?? '',
    email: typed?.email ?? email,
    message: typed?.message ?? '',
    most: LONGEST_MESSAGE,
    shortest: SHORTEST,
    errors: errors.length ? errors : null,
  };
}

function about({ cohort, chapter }: AskedFor) {
  return {
    chapter: { name: chapter.name, address: chapter.shown ? `/welcome/${chapter.slug}` : null },
    cohort: {
      name: cohort.name,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      language: LANGUAGE_NAMES[cohort.language],
    },
  };
}

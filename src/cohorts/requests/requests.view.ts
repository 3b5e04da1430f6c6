import { newId } from '../../kernel/identifier';
import type { FormError } from '../../web/forms/form.pipe';
import type { OwnCohort } from '../cohort-team.guard';
import { AGAIN_DAYS, LONGEST_MESSAGE } from './asking';
import type { AskedCohort, Asking, OwnRequest } from './requests.queries';

/** Those who ask, on the roster of a cohort; printed by views/cohorts/_requests.hbs. */
export function requestRows({ cohort }: OwnCohort, requests: readonly Asking[]) {
  return requests.map(({ id, name, message, askedAt }) => ({
    address: `/cohorts/${cohort.id}/requests/${id}`,
    formId: newId(),
    name,
    message,
    askedAt,
  }));
}

/** views/cohorts/request.hbs */
export function requestPage({ cohort, chapter }: OwnCohort, request: Asking, answer = '', errors: FormError[] = []) {
  const address = `/cohorts/${cohort.id}`;
  return {
    formId: newId(),
    cohort: { name: cohort.name, address, roster: `${address}/roster` },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    name: request.name,
    email: request.email,
    message: request.message,
    askedAt: request.askedAt,
    action: `${address}/requests/${request.id}`,
    answer,
    most: LONGEST_MESSAGE,
    days: AGAIN_DAYS,
    errors: errors.length ? errors : null,
  };
}

/** Cohorts for which people ask; printed by views/cohorts/_asking.hbs. */
export function askedCohorts(cohorts: readonly AskedCohort[]) {
  return cohorts.map(({ id, name, people }) => ({ address: `/cohorts/${id}/roster`, name, people }));
}

/** What somebody asked for, on their own first page; printed by views/cohorts/_own-requests.hbs. */
export function ownRequests(requests: readonly OwnRequest[]) {
  return requests.map(({ cohortId, cohort, chapter, state, askedAt, answeredAt }) => ({
    address: `/ask/${cohortId}`,
    cohort,
    chapter,
    waiting: state === 'waiting',
    askedAt,
    answeredAt,
  }));
}

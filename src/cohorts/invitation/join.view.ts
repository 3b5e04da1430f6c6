import { spoken } from '../../content/translation';
import type { ArrivalForm } from '../../chapters/arrivals/arrival.form';
import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import { SHORTEST } from '../../people/password/password-rules';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import { cover } from '../../web/pictures/cover';
import type { Viewer } from '../../web/requests/viewer';
import { phase } from '../schedule';
import type { Entrance } from './entrances.service';
import type { Offer } from './offers.service';
import { linkState } from './terms';

interface Reader {
  viewer: Viewer | null;
  /** Where they go on, when they are in already. */
  next: string | null;
  now: Date;
  entrance: Entrance;
  /** Which place they have in the line, when they stand in it. */
  place: number | null;
}

/** views/cohorts/not-open.hbs: of a cohort that is still prepared, not a word is said. */
export function notOpenPage() {
  return {};
}

/** views/cohorts/join.hbs */
export function joinPage(
  token: string,
  { cohort, chapter, programme, bytes, taken }: Offer,
  { viewer, next, now, entrance: { open, personal: invited }, place }: Reader,
  form: Submitted<ArrivalForm> | null = null,
  errors: FormError[] = [],
) {
  const address = `/join/${token}`;
  const steps = programme.modules.flatMap((module) => module.steps);
  const minutes = programme.modules.reduce((sum, module) => sum + module.minutes, 0);
  const count = (kind: (typeof steps)[number]['kind']) => steps.filter((step) => step.kind === kind).length;
  const when = phase(cohort, now);
  const full = cohort.places !== null && taken >= cohort.places;
  const spent = open !== null && linkState(open, cohort, now) === 'spent';
  return {
    formId: newId(),
    chapter: chapter.name,
    cohort: {
      name: cohort.name,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      zone: cohort.zone.replaceAll('_', ' '),
      language: LANGUAGE_NAMES[cohort.language],
    },
    programme: {
      title: spoken(programme.title),
      summary: spoken(programme.summary),
      picture: cover(programme.modules[0]?.slug ?? programme.slug),
    },
    lessons: count('lesson'),
    quizzes: count('quiz'),
    simulations: count('simulation'),
    assignments: count('assignment'),
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    bytes,
    places: cohort.places,
    phase: when,
    state: next ? 'in' : when === 'over' || cohort.archivedAt ? 'over' : full ? 'full' : spent ? 'spent' : 'open',
    most: open?.most ?? null,
    next,
    place,
    waitAction: `${address}/waiting`,
    viewer: viewer?.name ?? null,
    action: viewer ? `${address}/enrolment` : address,
    signIn: `/sign-in?next=${encodeURIComponent(address)}`,
    name: form?.values.name ?? invited?.name ?? '',
    email: form?.values.email ?? invited?.email ?? '',
    shortest: SHORTEST,
    errors: errors.length ? errors : null,
  };
}

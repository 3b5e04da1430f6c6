import { askedCohorts } from '../../cohorts/requests/requests.view';
import type { Shown } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import type { Need } from './needs';
import type { InNeed } from './needs.service';
import type { TodayLine } from './today-lines.service';
import type { Queues } from './today-queues.service';

/** A reason as templates say it: `{{sayWith (concat "oversight.need." kind) values}}`. */
export function needWords({ kind, count }: Need, quiz: Shown | null) {
  return { kind, values: { count, quiz: quiz?.text ?? '' } };
}

/** views/oversight/today.hbs: who needs one, each with one reason and a letter that can be sent as it is. */
export function todayPage(
  found: readonly InNeed[],
  lines: readonly TodayLine[],
  { works, texts, asking, names }: Queues,
  { page, pages }: { page: number; pages: number },
) {
  const cohorts = [...new Map(found.map(({ cohort }) => [cohort.id, cohort])).values()];
  const pageAddress = (asked: number) => (asked >= 1 && asked <= pages ? `/today?page=${asked}` : null);
  const rows = lines.map((line, index) => lineOf(line, index));
  return {
    formId: newId(),
    works: works.map(({ id, name, count, since }) => ({ name, count, since, address: `/cohorts/${id}/works` })),
    texts: texts.map(({ slug, name, count, since }) => ({ name, count, since, address: `/chapters/${slug}/marking` })),
    names: names.map(({ slug, name, count, sinceAt }) => ({ name, count, since: sinceAt, address: `/chapters/${slug}/certificates` })),
    people: found.length,
    open: found.filter(({ quietUntil }) => !quietUntil).length,
    cohorts: cohorts.map(({ id, name }) => ({ name, address: `/cohorts/${id}/rules` })),
    asked: askedCohorts(asking),
    lines: rows.filter(({ letter }) => letter),
    quiet: rows.filter(({ letter }) => !letter),
    pagination: pages > 1 ? { previous: pageAddress(page - 1), next: pageAddress(page + 1), number: page, count: pages } : null,
  };
}

function lineOf({ person, cohort, need, quiz, draft, quietUntil }: TodayLine, index: number) {
  const address = `/cohorts/${cohort.id}/people/${person.enrolmentId}`;
  return {
    name: person.name,
    address,
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    need: needWords(need, quiz),
    quietUntil,
    letter: draft && {
      ...draft,
      address: `${address}/nudges`,
      formId: newId(),
      number: index + 1,
      direction: directionOf(draft.language),
      languageName: LANGUAGE_NAMES[draft.language],
      reason: need.kind,
      lines: rowsFor(draft.text),
    },
  };
}

const CHARACTERS_A_LINE = 60;

/** How many lines a field needs to show a letter whole. */
export function rowsFor(text: string): number {
  return text.split('\n').reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / CHARACTERS_A_LINE)), 1);
}

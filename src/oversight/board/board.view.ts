import { spoken } from '../../content/translation';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import type { OpenLink } from '../../cohorts/invitation/invitations.service';
import { linkSaid } from '../../cohorts/invitation/link.view';
import { phase, week } from '../../cohorts/schedule';
import { stateNote } from '../../cohorts/states/state.view';
import { deadlineOf, lateness } from '../../cohorts/timetable/deadlines';
import { courseIn, waiting } from '../../cohorts/timetable/timetable';
import { LANGUAGE_NAMES } from '../../kernel/language';
import type { ModuleOutline } from '../../modules/outlines.service';
import { firstOpen, path } from '../../modules/path';
import { subjectParts } from '../../progress/subjects';
import { newId } from '../../kernel/identifier';
import type { ListedBoard, ListedLine } from './board-lists.service';
import type { BoardLine } from './boards.service';
import { asQuery, belongs, type Choice, SHOWS, SORTS } from './choice';

interface Part {
  shown: ListedLine[];
  page: number;
  pages: number;
  choice: Choice;
}

/** views/oversight/board.hbs: in a sentence, then person by person. `newer`: there are newer versions to decide about. */
export function boardPage(
  own: OwnCohort,
  { programme, everybody, lines }: ListedBoard,
  part: Part,
  { link, newer }: { link: OpenLink; newer: boolean },
  now: Date,
) {
  const { cohort, chapter, lead } = own;
  const address = `/cohorts/${cohort.id}`;
  const { choice } = part;
  const pageAddress = (page: number) => (page >= 1 && page <= part.pages ? address + asQuery(choice, { page: String(page) }) : null);
  return {
    cohort: {
      name: cohort.name,
      address,
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      zone: cohort.zone.replaceAll('_', ' '),
      places: cohort.places,
    },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    language: LANGUAGE_NAMES[cohort.language],
    programme: spoken(programme.title),
    lead,
    phase: phase(cohort, now),
    state: stateNote(own, now),
    week: week(cohort, now),
    people: everybody.length,
    begun: everybody.filter(({ standing }) => standing.done > 0).length,
    finished: everybody.filter(({ standing }) => standing.complete).length,
    needing: everybody.filter(({ need }) => need).length,
    worksAddress: Object.keys(cohort.pins).some((name) => name.startsWith('assignment:')) ? `${address}/works` : null,
    tablesAddress: `${address}/tables`,
    rulesAddress: `${address}/rules`,
    exportAddress: `${address}/exports`,
    formId: newId(),
    choice,
    found: lines.length,
    shows: SHOWS.map((show) => ({
      show,
      address: address + asQuery({ ...choice, show }),
      count: everybody.filter((line) => belongs(line, show)).length,
      current: show === choice.show,
    })),
    sorts: SORTS.map((sort) => ({ sort, selected: sort === choice.sort })),
    link: linkSaid(link),
    newer,
    modules: programme.modules.map((module, index) => ({ number: index + 1, title: spoken(module.title), count: module.steps.length })),
    steps: numbered(programme.modules),
    lines: part.shown.map((line) => ({
      ...row(line, programme.modules, cohort, now),
      address: `${address}/people/${line.enrolmentId}`,
      seenAt: line.seenAt,
      needs: line.need !== null,
      late: isLateIn(cohort, line, now),
    })),
    pagination:
      part.pages > 1
        ? { previous: pageAddress(part.page - 1), next: pageAddress(part.page + 1), number: part.page, count: part.pages }
        : null,
  };
}

/** Whether anything was done after its deadline, or is still to be done after it. */
function isLateIn({ timetable, zone }: OwnCohort['cohort'], { standing, ownDays }: BoardLine, now: Date): boolean {
  if (!timetable) return false;
  return standing.modules.some(({ slug, completedAt }) => lateness(deadlineOf(timetable, ownDays, slug, zone), completedAt, now) !== null);
}

/** The steps of all modules in order, numbered as the table's columns are. */
function numbered(modules: ModuleOutline[]) {
  return modules.flatMap(({ steps }, index) =>
    steps.map((step, at) => ({
      number: modules.length > 1 ? `${index + 1}.${at + 1}` : String(at + 1),
      title: spoken(step.title),
      kind: step.kind,
    })),
  );
}

function row({ name, standing, done, joinedAt, certificate }: BoardLine, modules: ModuleOutline[], cohort: OwnCohort['cohort'], now: Date) {
  const first = subjectParts(standing.missing[0] ?? '');
  const missing = first?.kind === 'step' ? stepTitle(modules, first.module, first.step) : null;
  return {
    name,
    cells: cells({ done, standing }, modules, cohort, now),
    done: standing.done,
    total: standing.total,
    share: standing.share,
    certificate: certificate && { ...certificate, address: `/verify/${certificate.code}` },
    complete: standing.complete,
    missing: missing && { ...missing, more: standing.missing.length - 1 },
    joinedAt,
  };
}

type Line = Pick<BoardLine, 'done' | 'standing'>;

/** What each cell says: done, next (the one at hand), open, or closed. */
export function cells({ done, standing }: Line, modules: ModuleOutline[], { timetable, zone }: OwnCohort['cohort'], now: Date) {
  let handed = false;
  return modules.flatMap((module, index) => {
    const { complete } = standing.modules[index]!;
    const closed = !complete && waiting(timetable, module.slug, courseIn(standing), zone, now) !== null;
    const steps = path({ slug: module.slug, steps: module.steps.map(({ structure }) => structure) }, done, closed);
    const next = complete || handed ? null : firstOpen(steps);
    handed ||= next !== null;
    return steps.map((step) => (complete ? 'done' : step === next ? 'next' : step.state));
  });
}

function stepTitle(modules: ModuleOutline[], moduleSlug: string, key: string) {
  const step = modules.find(({ slug }) => slug === moduleSlug)?.steps.find((one) => one.key === key);
  return step ? spoken(step.title) : null;
}

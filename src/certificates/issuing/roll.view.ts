import { spoken } from '../../content/translation';
import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { stateNote } from '../../cohorts/states/state.view';
import { newId } from '../../kernel/identifier';
import type { ProgrammeOutline } from '../../modules/outlines.service';
import type { Obstacle } from '../credentials/did';
import type { CertificateBatch } from './certificate-batch.entity';
import type { Goal } from './eligibility';
import { outlookOf, titleOf } from './outlook';
import { mayBeAsked } from './roll';
import type { RollLine } from './rolls.service';

export const SHOWS = ['earned', 'lacks', 'issued'] as const;
export type Show = (typeof SHOWS)[number];

export interface Asked {
  goal: Goal;
  goals: Goal[];
  show: Show;
  page: number;
}

const PER_PAGE = 50;
const MOST_STEPS = 3;

export const pagesOf = (lines: readonly RollLine[], show: Show): number => Math.max(1, Math.ceil(shown(lines, show).length / PER_PAGE));

const groupOf = ({ state }: RollLine): Show => (state === 'withdrawn' ? 'issued' : state);
const shown = (lines: readonly RollLine[], show: Show): RollLine[] => lines.filter((line) => groupOf(line) === show);

/** views/certificates/roll.hbs: who has a certificate, who has earned one, who lacks what. */
export function rollPage(
  own: OwnCohort,
  { goal, goals, show, page }: Asked,
  found: {
    lines: RollLine[];
    programme: ProgrammeOutline;
    batch: CertificateBatch | null;
    obstacle: Obstacle | null;
    accountNames: boolean;
  },
  now: Date,
) {
  const { cohort, chapter } = own;
  const { lines, programme, batch, obstacle, accountNames } = found;
  const base = `/cohorts/${cohort.id}/certificates`;
  const query = (of: Goal, what: Show, number = 1) => `${base}?of=${of.about}&show=${what}${number > 1 ? `&page=${number}` : ''}`;
  const group = shown(lines, show);
  const pages = pagesOf(lines, show);
  const earned = shown(lines, 'earned');
  return {
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    state: stateNote(own, now),
    open: !cohort.archivedAt,
    address: base,
    goals: goals.length > 1 && goals.map((one) => ({ title: titleOf(one, programme), current: one === goal, address: query(one, show) })),
    title: titleOf(goal, programme),
    people: lines.length,
    has: lines.filter(({ state }) => state === 'issued').length,
    waits: earned.length,
    shows: SHOWS.map((one) => ({ show: one, count: shown(lines, one).length, current: one === show, address: query(goal, one) })),
    show,
    lines: group.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((line) => lineOf(line, cohort.id, programme, now)),
    pagination: pages > 1 && {
      previous: page > 1 ? query(goal, show, page - 1) : null,
      next: page < pages ? query(goal, show, page + 1) : null,
      number: page,
      count: pages,
    },
    obstacle: obstacle && `issuing.obstacle.${obstacle === 'moved' || obstacle === 'sealed' ? obstacle : 'address'}`,
    ready: obstacle ? 0 : earned.filter((line) => line.state === 'earned' && !line.waits).length,
    toAsk: earned.filter(
      (line) => line.state === 'earned' && line.confirmedName === null && line.reachable && mayBeAsked(line.askedAt, now),
    ).length,
    accountNames,
    about: goal.about,
    formIds: { issue: newId(), ask: newId(), rule: newId(), export: newId() },
    batch: batch && batchOf(batch),
  };
}

/** How far the last one is; `share` of a hundred, for the bar. */
function batchOf({ people, seen, issued, endedAt }: CertificateBatch) {
  return {
    running: !endedAt,
    people,
    seen,
    issued,
    share: endedAt ? 100 : Math.min(99, Math.floor((seen * 100) / Math.max(1, people))),
    endedAt,
  };
}

function lineOf(line: RollLine, cohortId: string, programme: ProgrammeOutline, now: Date) {
  const who = { name: line.accountName, address: `/cohorts/${cohortId}/people/${line.enrolmentId}`, state: line.state };
  const none = { certificate: null, waits: null, asked: false, missing: null };
  if (line.state === 'earned')
    return { ...who, ...none, waits: line.waits, asked: line.askedAt !== null && !mayBeAsked(line.askedAt, now) };
  if (line.state === 'lacks') return { ...who, ...none, missing: missingOf(line, programme) };
  return { ...who, ...none, certificate: { code: line.code, issuedAt: line.issuedAt, address: `/verify/${line.code}` } };
}

function missingOf({ prospect }: RollLine & { state: 'lacks' }, programme: ProgrammeOutline) {
  const { modules, mark } = outlookOf(prospect, [], programme);
  const steps = modules.flatMap((module) => module.steps);
  return {
    count: steps.length,
    steps: steps.slice(0, MOST_STEPS).map(({ title }) => spoken(title)),
    more: Math.max(0, steps.length - MOST_STEPS),
    mark: mark && { least: mark.least, percent: mark.percent, quiz: mark.quiz && spoken(mark.quiz.step.title) },
  };
}

import type { OwnCohort } from '../../cohorts/cohort-team.guard';
import { stateNote } from '../../cohorts/states/state.view';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { spoken, type Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { phaseOf } from '../engine/phases';
import { seatsHeld } from '../engine/gathering';
import { waits } from './begun';
import type { KnownSitting } from './setting-pages.service';
import type { PlayableStep } from './playable-steps.service';

/** views/simulations/tables.hbs: the tables of a cohort's people, by the use of a scenario to which they belong, and the scenarios there are to use. */
export function tablesPage(
  own: OwnCohort,
  sittings: readonly KnownSitting[],
  steps: readonly (PlayableStep & { wording: Words })[],
  now: Date,
) {
  const { cohort, chapter } = own;
  const address = `/cohorts/${cohort.id}`;
  return {
    errors: null,
    cohort: { name: cohort.name, address },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    state: stateNote(own, now),
    open: !cohort.archivedAt,
    sittings: sittings.map((one) => section(address, one)),
    scenarios: steps.map(({ module, step, scenario, wording }) => ({
      title: spoken(wording.text('title')),
      summary: spoken(wording.text('summary')),
      players: scenario.players,
      own: module === CHAPTER_SCENARIO,
      address: `${address}/tables/new?scenario=${module}/${step}`,
    })),
  };
}

function section(cohortAddress: string, known: KnownSitting) {
  const { sitting, wording, people, places, logs } = known;
  const address = `${cohortAddress}/sittings/${sitting.id}`;
  const missing = people.filter(({ id }) => !places.some(({ enrolmentId }) => enrolmentId === id));
  const state = stateOf(known);
  return {
    id: sitting.id,
    name: sitting.name,
    scenario: spoken(wording.text('title')),
    mode: sitting.mode,
    state,
    startsAt: sitting.begunAt ? null : sitting.startsAt,
    begunAt: sitting.begunAt,
    asked: people.filter(({ wishes }) => wishes.length > 0).length,
    people: people.length,
    tables: sitting.tables.map((id, at) => tableLine(known, id, at, cohortAddress)),
    waiting: logs.some(({ state: table, scenario }) => seatsHeld(table, scenario).held < seatsHeld(table, scenario).needed),
    canCast: !sitting.begunAt,
    canBegin: !known.pressed && logs.some(({ state: table }) => waits(table)) && places.some(({ role }) => role !== ''),
    timeAddress: `${address}/time`,
    callOffAddress: `${address}/removal`,
    castAddress: `${address}/casting`,
    beginAddress: `${address}/beginning`,
    lateAddress: `${address}/latecomers`,
    late: state === 'asking' || state === 'over' ? [] : missing.map(({ id, name }) => ({ id, name, formId: newId() })),
    formIds: { wish: newId(), chance: newId(), begin: newId(), all: newId() },
  };
}

/** `asking`: people say what they would like · `ready`: they have their seats and wait · `running` · `over`: every table has come to its end. */
function stateOf({ sitting, logs }: KnownSitting): 'asking' | 'ready' | 'running' | 'over' {
  if (!sitting.begunAt) return sitting.castAt ? 'ready' : 'asking';
  return logs.every(({ state }) => state.outcome) ? 'over' : 'running';
}

function tableLine({ sitting, wording, logs, places }: KnownSitting, id: string, at: number, cohortAddress: string) {
  const { state, scenario } = logs[at]!;
  const there = places.filter(({ tableId }) => tableId === id);
  const holders = Object.values(state.seats).map(({ holder }) => holder.kind);
  return {
    number: at + 1,
    address: `${cohortAddress}/tables/${id}${sitting.begunAt ? '' : '/seats'}`,
    people: there.filter(({ role }) => role).length,
    looking: there.filter(({ role }) => !role).length,
    scripts: holders.filter((kind) => kind === 'script').length,
    facilitated: holders.includes('facilitator'),
    empty: holders.filter((kind) => kind === 'vacant').length,
    phase: sitting.begunAt ? spoken(wording.text(`phases.${phaseOf(state, scenario).key}`)) : null,
    deadline: sitting.begunAt && !state.paused && state.phase.deadline !== null ? new Date(state.phase.deadline) : null,
    paused: sitting.begunAt !== null && state.paused !== null,
  };
}

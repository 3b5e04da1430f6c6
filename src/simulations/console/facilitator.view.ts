import { newId } from '../../kernel/identifier';
import { LANGUAGE_NAMES } from '../../kernel/language';
import { mini } from '../../web/pictures/mini';
import type { ClauseView } from '../engine/table-view';
import { liveOf, chosen } from '../live/live.view';
import type { Part } from '../live/parts';
import { named, said, type Scene, spoken, typedIn } from '../room/scene.view';
import { seatsOn, stancesOn, tableOf } from '../room/seats.view';
import { disputeWindow, replyWindow } from '../room/windows.view';
import type { NamedReport } from '../safety/reports.service';
import type { Facilitated } from '../together/team-table.guard';
import { clockOf, movesOf, phasesOf, waitingFor } from './clock.view';
import { noteLines, wordForm } from './messages.view';
import { newsOf } from './news.view';
import { peopleOf } from './people.view';
import type { Sitting } from './sitting';

export interface Shown {
  own: Facilitated;
  scene: Scene;
  sitting: readonly Sitting[];
  reports: readonly NamedReport[];
  /** the clause in the address */
  clause: string | null;
  /** whether somebody without scripts wants the page to look again by itself */
  follows: boolean;
  now: Date;
}

export const consoleAddress = ({ cohort, table }: Pick<Facilitated, 'cohort' | 'table'>) => `/cohorts/${cohort.id}/tables/${table.id}`;

/** views/simulations/facilitator.hbs: one table at one moment as its facilitator sees it, with everything that can be done from outside. */
export function facilitatorPage({ own, scene, sitting, reports, clause: asked, follows, now }: Shown) {
  const { view, scenario, wording, say } = scene;
  const { cohort, chapter, table } = own;
  const clause = openClause(scene, asked);
  const number = view.clauses.indexOf(clause) + 1;
  const { label, list, objections, seats } = stancesOn(scene, clause);
  const can = (command: string) => view.can.includes(command);
  const people = peopleOf(scene, sitting, now);
  return {
    errors: scene.wrong?.errors ?? null,
    address: scene.address,
    live: liveOf({ address: scene.address, cursor: scene.cursor, clause: clause.key, stays: false, follows }),
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    name: table.name,
    title: spoken(wording.text('title')),
    original: wording.text('title').language === wording.language ? null : LANGUAGE_NAMES[wording.text('title').language],
    phases: phasesOf(scene),
    phase: { title: spoken(wording.text(`phases.${view.phase.key}`)), number: view.phase.number, kind: view.phase.kind },
    clock: clockOf(view, now),
    paused: view.paused,
    waiting: waitingFor(scene),
    moves: movesOf(scene),
    extend: extension(scene),
    formIds: {
      move: newId(),
      other: newId(),
      soon: newId(),
      extend: newId(),
      pause: newId(),
      mode: newId(),
      end: newId(),
      word: newId(),
      note: newId(),
    },
    mode: view.mode,
    otherMode: can('switch-mode') ? (scenario.modes.find((mode) => mode !== 'solo' && mode !== view.mode) ?? null) : null,
    can: { extend: can('extend-phase'), pause: can('pause'), resume: can('resume'), end: can('close-without-outcome') },
    end: { open: typedIn(scene, 'end') !== null, text: typedIn(scene, 'end')?.['text'] ?? '' },
    outcome: view.outcome?.outcome ?? null,
    debriefAddress: view.phase.kind === 'debrief' ? `${scene.address}/debrief` : null,
    seatsAddress: `${scene.address}/seats`,
    hoursAddress: `${scene.address}/hours`,
    table: {
      number,
      clause: spoken(wording.text(`clauses.${clause.key}.title`)),
      picture: tableOf(seats, label, String(number), objections ? say('simulations.objections', { count: objections }) : ''),
      list,
      language: wording.text('title').language,
      aside: seats.some(({ position }) => position === 'asd'),
    },
    clauses: view.clauses.map((one, index) => clauseLine(scene, one, index, one === clause)),
    objections: unsettled(scene),
    calls: view.calls.map((role) => named(scene, role)),
    news: newsOf(scene),
    floor: {
      speaking: view.speaking === null ? null : named(scene, view.speaking),
      canEnd: can('end-turn'),
      endFormId: newId(),
      queue: view.queue.map((role) => ({ ...named(scene, role), formId: newId(), can: can('give-floor') })),
    },
    people,
    observers: sitting.filter(({ role }) => role === '').map(({ name }) => name),
    silent: people.some(({ silent }) => silent),
    word: wordForm(scene),
    notes: noteLines(scene),
    noteText: typedIn(scene, 'note')?.['text'] ?? '',
    messages: { count: view.messages.length, address: `${scene.address}/log?only=messages` },
    logAddress: `${scene.address}/log`,
    reports: reports.map(({ id, text, words, quoted, at, name, settledAt }, index) => ({
      number: index + 1,
      id,
      text,
      about: quoted === null ? words && said(scene, { ref: words }) : { text: quoted, language: null, direction: 'auto', phrase: null },
      at,
      name,
      settled: settledAt !== null,
      formId: newId(),
    })),
  };
}

/** views/simulations/facilitator-fragments.hbs: some parts of it, for a page that is open already. */
export function facilitatorFragmentsPage(shown: ReturnType<typeof facilitatorPage>, wanted: readonly Part[]) {
  return { ...shown, parts: chosen(wanted) };
}

function extension(scene: Scene) {
  const typed = typedIn(scene, 'extend');
  const live = scene.view.mode === 'live';
  return {
    open: typed !== null,
    unit: live ? 'minutes' : 'hours',
    soon: live ? 5 : 24,
    amount: typed?.['amount'] ?? '',
    text: typed?.['text'] ?? '',
  };
}

/** The clause asked for; else one with something to settle; else the first on the table. */
function openClause({ view }: Scene, asked: string | null): ClauseView {
  const tabled = view.clauses.filter(({ state }) => state === 'tabled' || state === 'adopted');
  return view.clauses.find(({ key }) => key === asked) ?? tabled.find((one) => one.unsettled > 0) ?? tabled[0] ?? view.clauses[0]!;
}

function clauseLine(scene: Scene, clause: ClauseView, index: number, open: boolean) {
  return {
    number: index + 1,
    title: spoken(scene.wording.text(`clauses.${clause.key}.title`)),
    picture: mini(seatsOn(scene, clause)),
    address: `${scene.address}?clause=${clause.key}#table`,
    tabled: clause.state !== 'held',
    unsettled: clause.unsettled,
    level: clause.assessment?.level ?? null,
    dispute: disputeWindow(scene.view, clause),
    revision: clause.revision,
    open,
  };
}

/** Objections that wait: for an answer, or for the chair to say what became of them. */
function unsettled(scene: Scene) {
  const { view, wording } = scene;
  return view.objections
    .filter(({ state }) => state === 'open' || state === 'answered')
    .map((objection) => ({
      id: objection.id,
      who: named(scene, objection.role),
      clause: spoken(wording.text(`clauses.${objection.clause}.title`)),
      said: said(scene, objection.words),
      at: new Date(objection.at),
      state: objection.state,
      answers: objection.answers.length,
      replyUntil: replyWindow(view, objection),
      joined: objection.joined.length,
    }));
}

import { newId } from '../../kernel/identifier';
import { STANCES } from '../../content/scenario';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import type { ClauseView } from '../engine/table-view';
import { liveOf } from '../live/live.view';
import { clausesOf } from './clauses.view';
import { floorOf, packagesOf } from './floor.view';
import { next } from './next';
import { nextTogether } from './next-together';
import { isUnsettled } from './objections.view';
import { named, type Scene, spoken, typedIn } from './scene.view';
import { POSITION_OF_STANCE, POSITIONS, stancesOn, tableOf } from './seats.view';
import { togetherOf } from './together.view';

/** views/simulations/room.hbs: the table, the text and the floor at one moment, and the one thing that is most worth doing now. */
export function roomPage(scene: Scene, asked: string | null, brief: string | null, follows = false) {
  const { view, scenario, wording } = scene;
  const open = openClause(scene, asked);
  const clause = view.clauses.find(({ key }) => key === open)!;
  const { label, list, objections, seats } = stancesOn(scene, clause);
  const number = view.clauses.indexOf(clause) + 1;
  const together = togetherOf(scene);
  const alone = next(view);
  const now = together ? nextTogether(view) : { ...alone, phrase: `simulations.next.${alone.what}` };
  const ending = typedIn(scene, 'end');
  const { language } = wording.text(view.mine ? `roles.${view.mine.role}.brief` : 'title');
  return {
    errors: scene.wrong?.errors ?? null,
    phaseFormId: newId(),
    callFormId: newId(),
    endFormId: newId(),
    ending: { open: ending !== null, text: ending?.['text'] ?? '' },
    address: scene.address,
    live: lineOf(scene, open, follows),
    title: spoken(wording.text('title')),
    preset: scenario.preset,
    phases: phasesOf(scene),
    together,
    phase: { kind: view.phase.kind, number: view.phase.number, round: view.phase.round, rounds: view.phase.rounds },
    now: {
      ...now,
      elsewhere: now.anchor !== 'now',
      address: now.clause ? `${scene.address}?clause=${now.clause}#${now.anchor}` : `#${now.anchor}`,
    },
    canGoOn: view.can.includes('be-ready') || (view.phase.kind === 'outcome' && !view.outcome),
    can: Object.fromEntries(COMMANDS.map((command) => [command.replaceAll('-', ''), view.can.includes(command)])),
    table: {
      number,
      clause: spoken(wording.text(`clauses.${open}.title`)),
      picture: tableOf(seats, label, String(number), objections ? scene.say('simulations.objections', { count: objections }) : ''),
      list,
      language: wording.text(`roles.${scenario.roles[0]!.key}.name`).language,
      aside: seats.some(({ position }) => position === 'asd'),
    },
    stance: stanceForm(scene, clause),
    clauses: clausesOf(scene, open),
    packages: packagesOf(scene),
    textNumber: view.textNumber,
    floor: floorOf(scene),
    me: view.mine && named(scene, view.mine.role),
    brief,
    briefOpen: view.phase.kind === 'opening' || together?.gathering === true,
    briefLanguage: language,
    briefDirection: directionOf(language),
    original: wording.text('title').language === wording.language ? null : LANGUAGE_NAMES[wording.text('title').language],
    outcome: view.outcome?.outcome ?? null,
    recordAddress: `${scene.address}/record`,
    debriefAddress: `${scene.address}/debrief/reactions`,
  };
}

/** Alone, nothing happens but by oneself. */
function lineOf({ address, cursor, view: { mode } }: Scene, clause: string, follows: boolean) {
  return mode === 'solo' ? null : liveOf({ address, cursor, clause, stays: true, follows });
}

const COMMANDS = ['adopt-outcome', 'call-consensus', 'close-without-outcome', 'set-stance'] as const;

function stanceForm(scene: Scene, clause: ClauseView) {
  const mine = scene.view.mine?.role ?? '';
  const typed = typedIn(scene, 'stance');
  const now = typed?.['stance'] ?? clause.stances.find(({ role }) => role === mine)?.stance ?? null;
  const objects = scene.view.objections.some((each) => each.clause === clause.key && isUnsettled(each) && isMine(each, mine));
  return {
    formId: newId(),
    clause: clause.key,
    revision: clause.revision,
    objects,
    text: typed?.['text'] ?? '',
    options: STANCES.map((key) => ({
      key,
      sign: POSITIONS[key],
      phrase: POSITION_OF_STANCE[key],
      chosen: key === now,
      disabled: key === 'object' && !objects,
    })),
  };
}

const isMine = ({ role, joined }: { role: string; joined: string[] }, mine: string) => role === mine || joined.includes(mine);

/** The clause asked for; else one with something to settle, else one on which somebody is silent, else the first on the table. */
function openClause({ view }: Scene, asked: string | null): string {
  const tabled = view.clauses.filter(({ state }) => state !== 'dropped');
  const mine = view.mine?.role;
  const found =
    tabled.find(({ key }) => key === asked) ??
    tabled.find(({ unsettled }) => unsettled > 0) ??
    tabled.find(({ state, stances }) => state === 'tabled' && !stances.some(({ role, stance }) => role === mine && stance)) ??
    tabled[0];
  return found!.key;
}

function phasesOf({ scenario, view, wording }: Scene) {
  const shown = scenario.phases.filter(({ kind }) => kind !== 'prebrief' && kind !== 'preparation');
  const here = shown.findIndex(({ key }) => key === view.phase.key);
  return shown.map(({ key }, index) => ({ title: spoken(wording.text(`phases.${key}`)), done: index < here, current: index === here }));
}

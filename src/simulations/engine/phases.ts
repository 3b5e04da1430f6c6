/** The phases of a table: what can be done in each, which may follow, and when its time is over. */
import type { PhaseKind, PhaseStructure, ScenarioStructure, TableMode } from '../../content/scenario';
import type { CommandName } from './commands';
import type { TableState } from './state';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long after the end a command still counts, so that a slow line does not punish anybody. */
export const GRACE: Record<TableMode, number> = { live: 5_000, async: 15 * MINUTE, solo: 0 };

/** Whoever comes late, or instead of somebody, can be briefed as long as there is play. */
const ARRIVAL: CommandName[] = ['take-seat', 'accept-contract', 'acknowledge-brief'];
/** Whoever waits for the others can prepare: not every scenario has a phase for it. */
const PREBRIEF: CommandName[] = [...ARRIVAL, 'set-consent', 'be-ready', 'note-position'];
const TALK: CommandName[] = ['speak', 'join-queue', 'leave-queue', 'give-floor', 'end-turn', 'send-message'];
const DRAFTING: CommandName[] = ['table-clause', 'amend', 'second-amendment', 'accept-amendment', 'reject-amendment', 'promote-amendment'];
const OBJECTING: CommandName[] = ['join-objection', 'answer-objection', 'withdraw-objection', 'rule-objection'];
const ASSESSING: CommandName[] = ['publish-assessment', 'challenge-assessment', 'finalise-assessment', 'file-minority'];
const ASKING: CommandName[] = ['open-hum', 'open-hands', 'raise-hand', 'call-consensus'];
/** What was opened can be closed later. */
const CLOSING: CommandName[] = ['close-hum', 'close-hands'];
/** What a facilitator or the machine does in any phase. */
const ALWAYS: CommandName[] = [
  'enter-phase',
  'extend-phase',
  'pause',
  'resume',
  'switch-mode',
  'nudge',
  'annotate',
  'redact',
  'explain-script',
  'tick',
];
const INJECTS: CommandName[] = ['release-inject', 'cancel-inject'];
const PLAY: CommandName[] = [...ARRIVAL, ...CLOSING, ...INJECTS, 'be-ready', 'close-without-outcome'];

export const ALLOWED: Record<PhaseKind, ReadonlySet<CommandName>> = {
  prebrief: new Set([...ALWAYS, ...INJECTS, ...PREBRIEF]),
  preparation: new Set([...ALWAYS, ...PLAY, ...PREBRIEF, 'send-message']),
  opening: new Set([...ALWAYS, ...PLAY, ...TALK]),
  round: new Set([
    ...ALWAYS,
    ...PLAY,
    ...TALK,
    ...DRAFTING,
    'offer-package',
    'answer-package',
    'set-stance',
    'raise-objection',
    ...OBJECTING,
    ...ASKING,
  ]),
  'last-reading': new Set([...ALWAYS, ...PLAY, 'send-message', 'set-stance', 'raise-objection', ...OBJECTING, 'accept-amendment']),
  call: new Set([...ALWAYS, ...PLAY, 'set-stance', ...OBJECTING, ...ASSESSING]),
  outcome: new Set([...ALWAYS, ...CLOSING, 'adopt-outcome', 'close-without-outcome', 'file-minority']),
  debrief: new Set([...ALWAYS, ...CLOSING, 'unseal', 'set-consent', 'finish-debrief']),
};

/** Rounds of talk can be cut short; what makes an agreement cannot be left out. */
const CAN_BE_SKIPPED: PhaseKind[] = ['preparation', 'opening', 'round'];

/** Who finds near the end that the room is not there yet can go back. */
const END: PhaseKind[] = ['last-reading', 'call', 'outcome'];
const RETURNS: PhaseKind[] = ['round', 'last-reading', 'call'];

export function phaseOf({ phase }: Pick<TableState, 'phase'>, { phases }: ScenarioStructure): PhaseStructure {
  return phases.find(({ key }) => key === phase.key)!;
}

/** Whether a seat can still be taken: not when all is decided. */
export function canBeTaken({ state, scenario }: { state: TableState; scenario: ScenarioStructure }): boolean {
  return !state.outcome && ALLOWED[phaseOf(state, scenario).kind].has('take-seat');
}

/** What comes after a phase in the order of the scenario; null after the last. */
export function nextPhase({ phase, outcome }: Pick<TableState, 'phase' | 'outcome'>, { phases }: ScenarioStructure): PhaseStructure | null {
  const next = phases[phases.findIndex(({ key }) => key === phase.key) + 1] ?? null;
  return outcome && next?.kind !== 'debrief' ? next && phases.find(({ kind }) => kind === 'debrief')! : next;
}

/** Phases that can be entered now. Before the outcome one can go back from the end to the talk; after it only the debrief is left. */
export function reachable({ phase, outcome }: Pick<TableState, 'phase' | 'outcome'>, { phases }: ScenarioStructure): PhaseStructure[] {
  const here = phases.findIndex(({ key }) => key === phase.key);
  const { kind } = phases[here]!;
  if (kind === 'debrief') return [];
  if (outcome) return phases.filter((one) => one.kind === 'debrief');
  const ahead = phases.slice(here + 1);
  const necessary = ahead.find((one) => !CAN_BE_SKIPPED.includes(one.kind)) ?? ahead.at(-1);
  const forward = ahead.filter((one, index) => index <= ahead.indexOf(necessary!) && one.kind !== 'debrief');
  const back = phases.slice(0, here).filter((one) => END.includes(kind) && RETURNS.includes(one.kind));
  return [...back, ...forward];
}

/** When a phase that begins now is over; null where nobody counts. By letters it can last until a better moment than its hours alone say. */
export function deadlineOf(phase: PhaseStructure, mode: TableMode, at: number, until = 0): number | null {
  if (mode === 'live') return phase.live && at + phase.live.minutes * MINUTE;
  return mode === 'async' ? phase.async && Math.max(at + phase.async.hours * HOUR, until) : null;
}

/** A phase that goes on by other means lasts another day at least. */
export function deadlineAfterSwitch(phase: PhaseStructure, mode: 'live' | 'async', at: number, until = 0): number | null {
  return mode === 'live' ? deadlineOf(phase, mode, at) : Math.max(at + Math.max(phase.async?.hours ?? 0, 24) * HOUR, until);
}

/** Whether it is too late in this phase, the grace included. */
export function isOver({ phase, mode }: TableState, at: number): boolean {
  return phase.deadline !== null && at > phase.deadline + GRACE[mode];
}

/** How many rounds have been entered; 0 before the first. */
export function roundsEntered({ entered }: TableState, { phases }: ScenarioStructure): number {
  return entered.filter((key) => phases.some((phase) => phase.key === key && phase.kind === 'round')).length;
}

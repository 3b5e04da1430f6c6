import { CONSENTS } from '../engine/consents';
import { newId } from '../../kernel/identifier';
import { channelsOf } from './channels.view';
import { pollsOf } from './polls.view';
import { queueOf } from './queue.view';
import { named, said, type Scene, spoken, typedIn } from './scene.view';

/** What the room of people has beside the room of one: who is there, the clock, turns, private channels, questions to the room; null for a table for one. */
export function togetherOf(scene: Scene) {
  const { view } = scene;
  if (view.mode === 'solo') return null;
  const gathering = view.phase.kind === 'prebrief' || view.phase.kind === 'preparation';
  const seats = view.seats.map(({ role, holder, standsIn, briefed, ready }) => ({
    who: named(scene, role),
    holder,
    standsIn,
    briefed,
    ready,
  }));
  const held = seats.filter(({ holder }) => holder === 'person');
  return {
    name: scene.name,
    phase: spoken(scene.wording.text(`phases.${view.phase.key}`)),
    deadline: view.phase.deadline === null ? null : new Date(view.phase.deadline),
    async: view.mode === 'async',
    paused: view.paused,
    looksOn: view.mine === null,
    empty: view.outcome ? 0 : seats.filter(({ holder }) => holder === 'vacant').length,
    /** whoever has a place of their own can report something, and leave; the facilitator's voice has none */
    safe: !view.seats.some(({ role, holder }) => holder === 'facilitator' && role === view.mine?.role),
    chairs: view.seats.some(({ role, chair }) => chair && role === view.mine?.role),
    gathering,
    seats,
    ready: {
      mine: view.mine?.ready ?? false,
      can: view.can.includes('be-ready'),
      count: held.filter(({ ready }) => ready).length,
      of: held.length,
    },
    nudges: view.nudges.map(({ words, at }) => ({ said: said(scene, words), at: new Date(at) })),
    queue: queueOf(scene),
    private: channelsOf(scene),
    polls: pollsOf(scene),
    notes: notesOf(scene),
    outcomeFormId: newId(),
    outcomeAddress: `${scene.address}/outcome`,
  };
}

/** What a seat noted for itself, and what it agrees to. */
function notesOf(scene: Scene) {
  const { view } = scene;
  const typed = typedIn(scene, 'note');
  const agreed = typedIn(scene, 'consents')?.['purposes']?.split(' ') ?? view.mine?.consents ?? [];
  return {
    can: view.can.includes('note-position'),
    formId: newId(),
    text: typed?.['text'] ?? '',
    said: (view.mine?.positions ?? []).map((words) => said(scene, words)),
    canConsent: view.can.includes('set-consent'),
    consentFormId: newId(),
    consents: CONSENTS.map((key) => ({ key, chosen: agreed.includes(key) })),
  };
}

import { newId } from '../../kernel/identifier';
import { named, type Scene } from './scene.view';

const TURNS = ['opening', 'round'];

/** Who has the floor and who waits for it; null where and when nobody has to take turns. */
export function queueOf(scene: Scene) {
  const { view } = scene;
  if (view.mode !== 'live' || !TURNS.includes(view.phase.kind)) return null;
  const can = (command: string) => view.can.includes(command);
  const mine = view.mine?.role;
  const chairs = view.seats.some(({ role, chair }) => chair && role === mine);
  const waiting = view.queue.map((role) => named(scene, role));
  return {
    speaking: view.speaking === null ? null : named(scene, view.speaking),
    since: view.speakingUntil !== null || view.speakingSince === null ? null : new Date(view.speakingSince),
    until: view.speakingUntil === null ? null : new Date(view.speakingUntil),
    waiting,
    /** the viewer's place in it, counted from 1; 0 for none */
    place: 1 + view.queue.findIndex((role) => role === mine),
    canJoin: can('join-queue') && !chairs, // who has the chair speaks without asking
    canLeave: can('leave-queue'),
    canGive: can('give-floor') && waiting.length > 0,
    canEnd: can('end-turn'),
    mine: view.speaking !== null && view.speaking === mine,
    picks: scene.scenario.floor === 'chair-picks',
    policy: scene.scenario.floor,
    remote: scene.scenario.floor === 'rotate-groups-with-remote',
    joinFormId: newId(),
    leaveFormId: newId(),
    giveFormId: newId(),
    endFormId: newId(),
  };
}

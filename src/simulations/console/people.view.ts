import { newId } from '../../kernel/identifier';
import { named, roleOf, type Scene } from '../room/scene.view';
import { glances } from './glance';
import type { Sitting } from './sitting';

const MINUTE = 60_000;
/** Whoever has done nothing for so long may need a word. */
const QUIET_MINUTES = 10;

/** Every seat: who is in it, how they take part, and who could be in it instead. */
export function peopleOf(scene: Scene, sitting: readonly Sitting[], now: Date) {
  const { view } = scene;
  const observers = sitting.filter(({ role }) => role === '');
  const taking = view.can.includes('take-seat');
  return glances(view).map(({ role, statements, words, actedAt, silent }) => {
    const seat = view.seats.find((one) => one.role === role)!;
    const since = Math.max(actedAt ?? 0, view.phase.since);
    const quiet = Math.floor((now.getTime() - since) / MINUTE);
    const { script, chair } = roleOf(scene.scenario, role);
    return {
      who: named(scene, role),
      role,
      holder: seat.holder,
      names: sitting.filter((one) => one.role === role).map(({ name }) => name),
      speaking: view.speaking === role,
      waiting: view.queue.includes(role),
      unbriefed: seat.holder === 'person' && !seat.briefed,
      ready: seat.ready,
      statements,
      words,
      silent,
      quiet: view.mode === 'live' && seat.holder === 'person' && !view.paused && !view.outcome && quiet >= QUIET_MINUTES ? quiet : null,
      actedAt: actedAt === null ? null : new Date(actedAt),
      formId: newId(),
      choices: taking
        ? {
            script: seat.holder !== 'script' && (script !== null || chair),
            vacant: seat.holder !== 'vacant',
            observers: observers.map(({ place, name }) => ({ place, name })),
          }
        : null,
    };
  });
}

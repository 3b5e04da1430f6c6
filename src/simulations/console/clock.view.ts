import { reachable } from '../engine/phases';
import type { TableView } from '../engine/table-view';
import { type Scene, spoken } from '../room/scene.view';

const MINUTE = 60_000;

/** How much time is left in this phase, by the server; null where nobody counts. While the clock stands still it does not run down. */
export function clockOf({ phase: { deadline }, paused, events, mode }: TableView, now: Date) {
  if (deadline === null) return null;
  const stopped = events.findLast(({ event }) => event.type === 'clock-paused')?.event.at ?? 0;
  const left = Math.max(0, deadline - (paused ? stopped : now.getTime()));
  return {
    minutes: Math.ceil(left / MINUTE),
    hours: Math.round(left / (60 * MINUTE)),
    endsAt: new Date(deadline),
    live: mode === 'live',
  };
}

/** The way through the scenario's phases. */
export function phasesOf({ scenario, view, wording }: Scene) {
  const here = scenario.phases.findIndex(({ key }) => key === view.phase.key);
  return scenario.phases.map(({ key }, index) => ({
    title: spoken(wording.text(`phases.${key}`)),
    done: index < here,
    current: index === here,
  }));
}

/** Where one can go from here: the next one first, then what can be gone back to or skipped to. */
export function movesOf({ scenario, view, wording }: Scene) {
  if (!view.can.includes('enter-phase')) return { next: null, others: [] };
  const shown = reachable(view, scenario).map(({ key }) => ({ key, title: spoken(wording.text(`phases.${key}`)) }));
  const here = scenario.phases.findIndex(({ key }) => key === view.phase.key);
  const ahead = scenario.phases.slice(here + 1).map(({ key }) => key);
  const next = shown.find(({ key }) => ahead.includes(key)) ?? null;
  return { next, others: shown.filter((one) => one !== next) };
}

/** Seats that have to be taken before it can begin; null when it can. */
export function waitingFor({ scenario, view }: Scene): { held: number; needed: number } | null {
  const held = view.seats.filter(({ holder }) => holder !== 'vacant').length;
  const needed = Math.min(scenario.players.min, scenario.roles.length);
  return view.phase.kind === 'prebrief' && held < needed ? { held, needed } : null;
}

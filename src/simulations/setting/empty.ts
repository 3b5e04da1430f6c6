/** Seats that somebody who stands ready can take: nobody and nothing plays them, or whoever did has left the cohort. */
import { canBeTaken } from '../engine/phases';
import type { Log } from '../solo/log';

interface Sitting {
  role: string;
  gone: boolean;
}

/** In the order of the scenario; none once all is decided. */
export function emptySeats({ state, scenario }: Log, places: readonly Sitting[]): string[] {
  if (!canBeTaken({ state, scenario })) return [];
  const isEmpty = (role: string) => {
    const { kind } = state.seats[role]!.holder;
    const sitting = places.filter((place) => place.role === role);
    return kind === 'vacant' || (kind === 'person' && sitting.every(({ gone }) => gone));
  };
  return scenario.roles.map(({ key }) => key).filter(isEmpty);
}

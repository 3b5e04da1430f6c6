/** Who writes to whom after a table: two seats each, chosen by the table's seed, so that nobody picks their friends and nobody is left out. */
import { shuffled } from '../../../kernel/random';

/** Beginnings of a sentence, which make it easier to write something that helps. */
export const STARTERS = ['helped', 'remember', 'try'] as const;
export type Starter = (typeof STARTERS)[number];
export type PeerAnswers = Partial<Record<Starter, string>>;

export const LONGEST_PEER_ANSWER = 600;
const SEATS_EACH = 2;

/** `from` is the seat of whoever writes; somebody who looked on has '' and is placed by `alias`. Fewer than two where there are no others. */
export function seatsToWriteTo(from: string, alias: string, seats: readonly string[], seed: string): string[] {
  const ring = shuffled([...seats].sort(), `${seed} peers`);
  if (!ring.length) return [];
  const at = ring.indexOf(from);
  const start = at < 0 ? Number(alias.slice(1)) % ring.length : at + 1;
  const others = ring.length - (at < 0 ? 0 : 1);
  return Array.from({ length: Math.min(SEATS_EACH, others) }, (_, step) => ring[(start + step) % ring.length]!);
}

/** What each seat asked for or agreed to, slot by slot, as the play went on: by proposing, seconding, accepting, or standing behind the text. */
import type { Terms } from '../../content/scenario';
import type { TableEvent } from '../engine/events';
import { evolve } from '../engine/evolve';
import { initial } from '../engine/initial';
import type { TableState } from '../engine/state';
import { course, type Moment, type Played } from './course';

export type AskedBy = 'amendment' | 'second' | 'package' | 'answer' | 'stance';

export interface Ask {
  role: string;
  moment: Moment;
  by: AskedBy;
  slot: string;
  /** what it asked for before; null the first time */
  from: string | null;
  to: string;
}

/** Only where somebody asks for something else than before. */
export function asks(played: Played): Ask[] {
  const standing = new Map<string, Map<string, string>>();
  const found: Ask[] = [];
  let state = initial(played.scenario);
  for (const { event, moment } of course(played)) {
    const asked = askedFor(event, state);
    if (asked) {
      const own = standing.get(asked.role) ?? new Map<string, string>();
      standing.set(asked.role, own);
      for (const [slot, to] of Object.entries(asked.terms)) {
        const from = own.get(slot) ?? null;
        if (from !== to) found.push({ role: asked.role, moment, by: asked.by, slot, from, to });
        own.set(slot, to);
      }
    }
    state = evolve(state, event, played.scenario);
  }
  return found;
}

function askedFor(event: TableEvent, { amendments, packages, clauses }: TableState): { role: string; by: AskedBy; terms: Terms } | null {
  const { type } = event;
  if (type === 'amendment-proposed') return { role: event.role, by: 'amendment', terms: event.terms };
  if (type === 'amendment-seconded') return { role: event.role, by: 'second', terms: amendments[event.id]?.terms ?? {} };
  if (type === 'package-offered') return { role: event.role, by: 'package', terms: event.terms };
  if (type === 'package-answered') return event.accepts ? { role: event.role, by: 'answer', terms: packages[event.id]?.terms ?? {} } : null;
  if (type !== 'stance-set' || (event.stance !== 'support' && event.stance !== 'live-with')) return null;
  return { role: event.role, by: 'stance', terms: clauses[event.clause]?.terms ?? {} };
}

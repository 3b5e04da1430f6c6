/** Another name on a certificate: who may put it there. */

/** Why somebody asks; nobody has to say. */
export const WHYS = ['misspelt', 'changed', 'unsaid'] as const;
export type Why = (typeof WHYS)[number];

/** For so long after the first of a line was issued, its holder corrects it alone, and so often. */
export const OWN_DAYS = 14;
export const OWN_TIMES = 2;

const DAY_MS = 86_400_000;

/** A certificate and those that it took the place of because of a name. */
export interface Line {
  /** When the first of them was issued. */
  begunAt: Date;
  /** How often its holder changed the name alone. */
  own: number;
}

/** Until when a name can be corrected without asking; null when only a lead can. */
export function ownUntil({ begunAt, own }: Line, now: Date): Date | null {
  const until = new Date(begunAt.getTime() + OWN_DAYS * DAY_MS);
  return own < OWN_TIMES && now < until ? until : null;
}

interface Link {
  id: string;
  replacedById: string | null;
  issuedAt: Date;
}

interface Event {
  certificateId: string;
  kind: string;
  actorId: string | null;
}

/** The line that a certificate ends, from all that one person has and what happened to them. A renewal begins a line anew. */
export function lineOf(certificate: Link, all: readonly Link[], events: readonly Event[], holderId: string): Line {
  let [first, own] = [certificate, 0];
  for (;;) {
    const before = all.find(({ replacedById }) => replacedById === first.id);
    const change = before && events.find(({ certificateId, kind }) => certificateId === before.id && kind === 'replaced');
    if (!before || !change) return { begunAt: first.issuedAt, own };
    first = before;
    if (change.actorId === holderId) own++;
  }
}

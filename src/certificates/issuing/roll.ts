/** Who of a cohort could have a certificate issued, and under which name. */
import { nameProblem } from '../printed-name';

export interface OnRoll {
  enrolmentId: string;
  personId: string;
  /** Of the account. */
  accountName: string;
  /** Whether letters reach them. */
  reachable: boolean;
  /** As it was confirmed. */
  confirmedName: string | null;
  latinName: string | null;
}

/** Why nothing can be issued to somebody yet. */
export type NameWait = 'address' | 'unconfirmed' | 'unprintable';

/** The name for a certificate: the confirmed one, or that of the account where the chapter has decided so. */
export function nameFor(
  { accountName, reachable, confirmedName, latinName }: OnRoll,
  accountNames: boolean,
): { names: { name: string; latinName: string | null }; waits: null } | { names: null; waits: NameWait } {
  if (confirmedName !== null) return { names: { name: confirmedName, latinName }, waits: null };
  if (!reachable) return { names: null, waits: 'address' };
  if (!accountNames) return { names: null, waits: 'unconfirmed' };
  return nameProblem(accountName) ? { names: null, waits: 'unprintable' } : { names: { name: accountName, latinName: null }, waits: null };
}

/** Nobody is asked for their name again within three days. */
export const ASK_AGAIN_MS = 72 * 3_600_000;

export function mayBeAsked(askedAt: Date | null, now: Date): boolean {
  return askedAt === null || now.getTime() - askedAt.getTime() >= ASK_AGAIN_MS;
}

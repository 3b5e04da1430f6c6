import { emailKey } from '../../kernel/email-address';

/**
 * How many wrong passwords are looked at before somebody has to wait. The account's limit stops guessing one password;
 * the address's limit is wide, because a whole class may sit behind one address.
 */
export const LIMITS = {
  account: { tries: 11, minutes: 5 },
  address: { tries: 100, minutes: 15 },
} as const;

/** The page for whoever has to wait. */
export const TOO_MANY = 'people.too-many-tries';

/** Something that is tried, such as the password of an account. */
export interface Limited {
  name: string;
  limit: { tries: number; minutes: number };
}

/** What a wrong password counts against: the account, and the network address it came from. */
export function limitsOf(email: string, ip: string | undefined): [account: Limited, address: Limited] {
  return [
    { name: `account ${emailKey(email)}`, limit: LIMITS.account },
    { name: `address ${ip ?? ''}`, limit: LIMITS.address },
  ];
}

export interface Failures {
  count: number;
  /** When the last one happened. */
  at: Date;
}

/** Seconds to wait before the next try is looked at; 0 when it may be made now. */
export function waitFor(failures: Failures | null, limit: { tries: number; minutes: number }, now: Date): number {
  if (!failures || failures.count < limit.tries) return 0;
  const open = failures.at.getTime() + limit.minutes * 60_000;
  return Math.max(0, Math.ceil((open - now.getTime()) / 1000));
}

/** The count after one more failure; a quiet time as long as the limit's begins anew. */
export function afterFailure(failures: Failures | null, limit: { minutes: number }, now: Date): Failures {
  const fresh = failures && now.getTime() - failures.at.getTime() < limit.minutes * 60_000;
  return { count: fresh ? failures.count + 1 : 1, at: now };
}

/** What a certificate is worth at a moment. Every page, letter and file asks here, so that no two of them disagree. */

export const STANDINGS = ['valid', 'expired', 'withdrawn', 'replaced'] as const;
export type CertificateStanding = (typeof STANDINGS)[number];

interface Dates {
  replacedAt: Date | null;
  withdrawnAt: Date | null;
  validUntil: Date | null;
}

/**
 * Replaced comes before withdrawn, because a page about a replaced one shows least: not even the old name. Both are final, and come before
 * an expiry, which is only a matter of time. From `validUntil` on, to the millisecond, a certificate has expired.
 */
export function standingOf({ replacedAt, withdrawnAt, validUntil }: Dates, now: Date): CertificateStanding {
  if (replacedAt) return 'replaced';
  if (withdrawnAt) return 'withdrawn';
  return validUntil && validUntil <= now ? 'expired' : 'valid';
}

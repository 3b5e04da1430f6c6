/** How long a certificate holds, and when it is time to renew it. */

const DAY_MS = 86_400_000;
/** Its holder is told so long before it expires; a lead may renew it so long before. */
export const TOLD_DAYS = 30;
export const RENEWED_DAYS = 90;

interface Dates {
  issuedAt: Date;
  validUntil: Date | null;
}

/** The moment `months` later; the last day of a month stays a last day (31 January and a month is 28 February). */
export function monthsAfter(at: Date, months: number): Date {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const later = new Date(at);
  later.setUTCFullYear(year, month, Math.min(at.getUTCDate(), lastDay));
  return later;
}

/** Until when the next one holds: as long as this one did, from its end or from now, whichever is later, so that renewing early loses no day. */
export function renewedUntil({ issuedAt, validUntil }: { issuedAt: Date; validUntil: Date }, now: Date): Date {
  const from = validUntil > now ? validUntil : now;
  const months = (validUntil.getUTCFullYear() - issuedAt.getUTCFullYear()) * 12 + validUntil.getUTCMonth() - issuedAt.getUTCMonth();
  const whole = months > 0 && monthsAfter(issuedAt, months).getTime() === validUntil.getTime();
  return whole ? monthsAfter(from, months) : new Date(from.getTime() + validUntil.getTime() - issuedAt.getTime());
}

/** Whether it may be renewed now: only what expires, in the last three months and afterwards. */
export function renewable({ validUntil }: Dates, now: Date): boolean {
  return validUntil !== null && validUntil.getTime() - now.getTime() <= RENEWED_DAYS * DAY_MS;
}

/** The latest moment at which a certificate expires whose holder is to be told by now. */
export function toldBefore(now: Date): Date {
  return new Date(now.getTime() + TOLD_DAYS * DAY_MS);
}

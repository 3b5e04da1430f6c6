/** When the weekly letter goes out: on Monday at 8:00 where the chapter is. */
import { dayAfter, dayIn } from '../../cohorts/schedule';

const HOUR = 8;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The Monday, `YYYY-MM-DD`, whose letter is due in a zone: from 8:00 for a day, so that a server that was away in the morning still sends it. Else null. */
export function weekDue(zone: string, now: Date): string | null {
  const day = dayIn(zone, now);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const early = hourIn(zone, now) < HOUR;
  if (weekday === 1 && !early) return day;
  return weekday === 2 && early ? dayAfter(day, -1) : null;
}

function hourIn(zone: string, now: Date): number {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, clock);
  return Number(clock.format(now));
}

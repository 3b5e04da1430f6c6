/** A moment by the clock of whoever reads, and in UTC, which is everybody's; the day is said twice only where it is another one. */
import type { Language } from '../../kernel/language';
import { formatDate } from '../../languages/formats';

export function twoClocks(at: Date, language: Language, zone: string): { local: string; utc: string } {
  const day = (where: string) => formatDate(at, 'date', language, where);
  const style = day(zone) === day('UTC') ? 'time' : 'dateTime';
  return { local: formatDate(at, 'dateTime', language, zone), utc: formatDate(at, style, language, 'UTC') };
}

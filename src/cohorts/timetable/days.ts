/** Where calendar days begin and end. Days are `YYYY-MM-DD`. */
import { dayAfter, dayIn } from '../schedule';

/** The zone in which a day ends last: once it is over there, it is over everywhere. Its name counts the other way round, as POSIX does. */
export const ANYWHERE_ON_EARTH = 'Etc/GMT+12';

const MINUTE_MS = 60_000;
/** No zone has been further from UTC than this. */
const FURTHEST_MINUTES = 16 * 60;
const MOST_KNOWN = 5_000;

const known = new Map<string, Date>();

/** The first moment of a day in a zone. Where clocks skip midnight, it is the first one that they show; where they skip the day, the next day's. */
export function dayBegins(day: string, zone: string): Date {
  const name = `${day} ${zone}`;
  const before = known.get(name);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = firstMoment(day, zone);
  known.set(name, found);
  return found;
}

/** The first moment after a day. */
export function dayIsOver(day: string, zone: string): Date {
  return dayBegins(dayAfter(day, 1), zone);
}

function firstMoment(day: string, zone: string): Date {
  const middle = Date.parse(`${day}T00:00:00Z`);
  let [early, late] = [-FURTHEST_MINUTES, FURTHEST_MINUTES];
  while (late - early > 1) {
    const between = Math.floor((early + late) / 2);
    if (dayIn(zone, new Date(middle + between * MINUTE_MS)) < day) early = between;
    else late = between;
  }
  return new Date(middle + late * MINUTE_MS);
}

/** When people are awake: where a deadline of a table that goes on by letters is placed, so that it takes nobody's night. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By the clock of each person's own zone, both included, in minutes. */
const FROM = 8 * 60;
const TO = 21 * 60;
/** Of the people at the table, in percent. */
export const MOST = 80;

/**
 * The first full hour (UTC) from a moment on at which at least four in five of the people are awake; `zones` has an IANA name for each of them.
 * Where they live too far from each other for that, the hour of the day that follows at which most of them are, the earliest of equals.
 * With nobody, the moment itself.
 */
export function wakingHour(moment: number, zones: readonly string[]): number {
  if (!zones.length) return moment;
  const first = Math.ceil(moment / HOUR) * HOUR;
  let best = { at: first, awake: -1 };
  for (let at = first; at < first + DAY; at += HOUR) {
    const awake = awakeAt(at, zones);
    if (awake * 100 >= zones.length * MOST) return at;
    if (awake > best.awake) best = { at, awake };
  }
  return best.at;
}

/** How many of the people are awake at a moment. */
export function awakeAt(moment: number, zones: readonly string[]): number {
  return zones.filter((zone) => isWaking(minuteIn(zone, moment))).length;
}

const isWaking = (minute: number) => minute >= FROM && minute <= TO;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows, in minutes since its midnight. */
function minuteIn(zone: string, moment: number): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    clocks.set(zone, clock);
  }
  const [hour, minute] = clock.format(moment).split(':').map(Number);
  return hour! * 60 + minute!;
}

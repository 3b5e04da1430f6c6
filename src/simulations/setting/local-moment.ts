/** A day and an hour as clocks of a zone show them, `YYYY-MM-DDTHH:MM`, and the moment that they mean. */

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** Null for what is no day and hour. Where clocks are put forward over it, the moment after; where they show it twice, the first. */
export function momentIn(zone: string, local: string): Date | null {
  const wanted = SHAPE.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(wanted) || new Date(wanted).toISOString().slice(0, 16) !== local) return null;
  const tries = [-24, 0, 24].map((hours) => wanted - offset(zone, wanted + hours * 3_600_000)).sort((a, b) => a - b);
  const exact = tries.find((at) => localIn(zone, new Date(at)) === local);
  return new Date(exact ?? tries.at(-1)!);
}

/** As a clock in the zone shows it. */
export function localIn(zone: string, at: Date): string {
  return new Date(at.getTime() + offset(zone, at.getTime())).toISOString().slice(0, 16);
}

/** How far clocks of the zone are from UTC at a moment, in milliseconds. */
function offset(zone: string, at: number): number {
  const second = Math.floor(at / 1000) * 1000;
  const parts = clock(zone).formatToParts(new Date(second));
  const part = (type: string) => parts.find((one) => one.type === type)!.value;
  const shown = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}Z`;
  return Date.parse(shown) - second;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const numeric = '2-digit' as const;
  const made =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  clocks.set(zone, made);
  return made;
}

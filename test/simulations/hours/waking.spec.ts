import fc from 'fast-check';
import { seeded } from '../../../src/kernel/random';
import { awakeAt, MOST, wakingHour } from '../../../src/simulations/hours/waking';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);
const said = (moment: number) => new Date(moment).toISOString().slice(0, 16);

describe('a deadline in waking hours', () => {
  it.each<[string, string, string[], string]>([
    ['an hour of the day stays as it is', '2026-03-02T12:00Z', ['Africa/Nairobi'], '2026-03-02T12:00'],
    ['a part of an hour is rounded up', '2026-03-02T11:01Z', ['Africa/Nairobi'], '2026-03-02T12:00'],
    ['21:00 is still day', '2026-03-02T18:00Z', ['Africa/Nairobi'], '2026-03-02T18:00'],
    ['22:00 waits for 8:00', '2026-03-02T18:01Z', ['Africa/Nairobi'], '2026-03-03T05:00'],
    ['half hours of India: 8:30 is the first full hour (UTC)', '2026-03-02T20:00Z', ['Asia/Kolkata'], '2026-03-03T03:00'],
    ['quarters of Nepal', '2026-03-02T20:00Z', ['Asia/Kathmandu'], '2026-03-03T03:00'],
    ['the day before UTC', '2026-03-02T04:00Z', ['Etc/GMT+12'], '2026-03-02T04:00'],
    ['and its night', '2026-03-02T10:00Z', ['Etc/GMT+12'], '2026-03-02T20:00'],
    ['the day after UTC', '2026-03-02T08:00Z', ['Pacific/Kiritimati'], '2026-03-02T18:00'],
    ['from −12 to +14 there is one hour in which both are up', '2026-03-02T00:00Z', ['Etc/GMT+12', 'Etc/GMT-14'], '2026-03-02T00:00'],
    ['nobody there: the moment itself', '2026-03-02T11:01Z', [], '2026-03-02T11:01'],
    ['Paris before its clocks go forward', '2026-03-28T22:00Z', ['Europe/Paris'], '2026-03-29T06:00'],
    ['Paris before they go back', '2026-10-24T22:00Z', ['Europe/Paris'], '2026-10-25T07:00'],
    ['half an hour on Lord Howe', '2026-04-04T12:00Z', ['Australia/Lord_Howe'], '2026-04-04T22:00'],
    ['four of five are enough', '2026-03-02T03:00Z', [...Array(4).fill('Asia/Manila'), 'America/Lima'] as string[], '2026-03-02T03:00'],
    ['three of four are not', '2026-03-02T03:00Z', [...Array(3).fill('Asia/Manila'), 'America/Lima'] as string[], '2026-03-02T13:00'],
    [
      'a third of the world each: the earliest hour at which most are up',
      '2026-03-02T00:00Z',
      ['Etc/GMT', 'Etc/GMT+8', 'Etc/GMT-8'],
      '2026-03-02T00:00',
    ],
  ])('%s', (_, moment, zones, expected) => expect(said(wakingHour(at(moment), zones))).toBe(expected));

  const offsets = fc.integer({ min: -12, max: 14 });
  const moments = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });
  /** `Etc/GMT-3` is three hours ahead of UTC. */
  const zoneOf = (offset: number) => `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  /** How many are up, by sums alone. */
  const up = (moment: number, ahead: readonly number[]) =>
    ahead.filter((hours) => {
      const ofDay = (((moment / HOUR + hours) % 24) + 24) % 24;
      return ofDay >= 8 && ofDay <= 21;
    }).length;

  it('is never early, a full hour, and the first at which four in five are up; else the best of its day (1,000 casts, zones −12 to +14)', () => {
    fc.assert(
      fc.property(moments, fc.array(offsets, { minLength: 1, maxLength: 30 }), (moment, ahead) => {
        const found = wakingHour(moment, ahead.map(zoneOf));
        const first = Math.ceil(moment / HOUR) * HOUR;
        const day = Array.from({ length: 24 }, (_, hour) => ({ hour: first + hour * HOUR, awake: up(first + hour * HOUR, ahead) }));
        const good = day.find(({ awake }) => awake * 100 >= ahead.length * MOST);
        const most = Math.max(...day.map(({ awake }) => awake));
        expect(found).toBe((good ?? day.find(({ awake }) => awake === most)!).hour);
        expect(awakeAt(found, ahead.map(zoneOf))).toBe(up(found, ahead));
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });

  it('keeps nobody up who lives with everybody else, whatever their clocks do in the year', () => {
    const zones = [
      'Europe/Paris',
      'America/Sao_Paulo',
      'Asia/Tehran',
      'Africa/Cairo',
      'America/St_Johns',
      'Australia/Adelaide',
      'Pacific/Chatham',
    ];
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (moment, zone) => {
        const found = wakingHour(moment, [zone]);
        expect(awakeAt(found, [zone])).toBe(1);
        expect(found - moment).toBeGreaterThanOrEqual(0);
        expect(found - moment).toBeLessThanOrEqual(13 * HOUR); // a night, and the hour that was begun
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('is by day for four in five wherever people live on one side of the world', () => {
    const next = seeded('deadlines');
    const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
    const share = (cast: () => number[]) => {
      const good = Array.from({ length: 1_000 }, () => {
        const zones = cast().map(zoneOf);
        return (
          awakeAt(wakingHour(at('2026-01-01T00:00Z') + Math.floor(next() * 365 * 24 * HOUR), zones), zones) * 100 >= zones.length * MOST
        );
      });
      return good.filter(Boolean).length / 10;
    };
    const of = (from: number, to: number) => () => Array.from({ length: between(6, 30) }, () => between(from, to));
    const [region, half, world] = [share(of(-1, 4)), share(of(-3, 9)), share(of(-12, 14))];
    process.stdout.write(
      `deadlines by day for 80 %: Africa ${region} % of 1,000 casts, from Brazil to Japan ${half} %, the whole world by chance ${world} %\n`,
    );
    expect(region).toBe(100);
  });
});

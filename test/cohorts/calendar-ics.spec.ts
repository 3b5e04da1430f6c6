import ICAL from 'ical.js';
import { type Calendar, type CalendarEvent, icsOf } from '../../src/cohorts/calendar/ics';

const NOW = new Date('2027-03-01T09:00:00.000Z');
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'one@example.org',
  title: 'Begins',
  address: 'https://example.org/learning',
  when: { day: '2027-03-01' },
  revision: 0,
  ...more,
});
const calendar = (more: Partial<Calendar> = {}): Calendar => ({ name: 'Nairobi', language: 'en', events: [event()], ...more });

/** What another program reads in it. */
function read(text: string) {
  const root = new ICAL.Component(ICAL.parse(text) as unknown as string);
  const events = root.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { root, events };
}

/** The reader knows no kind of value for it, because the standard does not: its escapes are taken out here. */
const nameOf = (root: ICAL.Component) => String(root.getFirstPropertyValue('x-wr-calname')).replace(/\\([\\;,])/g, '$1');

describe('a calendar, read by another program', () => {
  it('is called what it is called, and says how often to look again', () => {
    const { root } = read(icsOf(calendar({ name: 'Nairobi, March; one\\two' }), NOW));
    expect(nameOf(root)).toBe('Nairobi, March; one\\two');
    expect(String(root.getFirstPropertyValue('refresh-interval'))).toBe('PT12H');
    expect(root.getFirstPropertyValue('version')).toBe('2.0');
  });

  it.each([
    ['an ordinary day', '2027-03-01', '2027-03-02'],
    ['the last day of a month', '2027-02-28', '2027-03-01'],
    ['the last day of February in a leap year', '2028-02-29', '2028-03-01'],
    ['the last day of a year', '2027-12-31', '2028-01-01'],
  ])('takes %s for a whole day, in whatever zone it is read', (_, day, next) => {
    const [one] = read(icsOf(calendar({ events: [event({ when: { day } })] }), NOW)).events;
    expect([one!.startDate.isDate, one!.startDate.toString(), one!.endDate.toString()]).toEqual([true, day, next]);
  });

  it('takes a moment for the same moment everywhere', () => {
    const when = { from: new Date('2027-03-28T22:30:00.500Z'), to: new Date('2027-03-29T00:00:00Z') };
    const [one] = read(icsOf(calendar({ events: [event({ when, revision: 3 })] }), NOW)).events;
    expect([one!.startDate.toString(), one!.endDate.toString(), one!.sequence]).toEqual([
      '2027-03-28T22:30:00Z',
      '2027-03-29T00:00:00Z',
      3,
    ]);
  });

  it.each([
    ['what has a meaning there', 'a,b;c\\d:e"f'],
    ['Arabic', 'بيروت، آذار: البداية؛ '.repeat(9).trim()],
    ['Chinese', '三月班：开始。'.repeat(20)],
    ['families of four', '👩‍👩‍👧‍👦'.repeat(12)],
    ['a very long word', 'x'.repeat(400)],
  ])('gives back %s as it was', (_, title) => {
    const text = icsOf(calendar({ name: title, events: [event({ title })] }), NOW);
    const { root, events } = read(text);
    expect([events[0]!.summary, nameOf(root)]).toEqual([title, title]);
  });

  it.each(['a\nEND:VEVENT\nBEGIN:VEVENT\nUID:evil', 'a\r\nATTACH:https://evil.example', 'a\rX-EVIL:1', 'a\u2028b', 'a\u0007b'])(
    'finds no second line in %j',
    (title) => {
      const { events } = read(icsOf(calendar({ events: [event({ title })] }), NOW));
      expect(events).toHaveLength(1);
      expect(events[0]!.component.getAllProperties().map(({ name }) => name)).not.toEqual(expect.arrayContaining(['attach']));
      expect(events[0]!.uid).toBe('one@example.org');
    },
  );

  it('has lines of at most 75 octets that end in CR LF and cut no character in two', () => {
    const text = icsOf(calendar({ name: '三'.repeat(200), events: [event({ title: 'é👩‍👩‍👧‍👦'.repeat(40) })] }), NOW);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => /[\ud800-\udbff]$|^ ?[\udc00-\udfff]/.test(line))).toBe(false);
    expect(lines.at(-1)).toBe('');
  });
});

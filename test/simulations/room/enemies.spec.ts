import { knock } from '../../support/knock';
import { Page } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { Listener } from '../live/listener';
import { PARTS } from '../../../src/simulations/live/parts';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const REASON = 'Two groups carry it and nobody named a problem.';

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const opened = async (...phases: string[]) => {
  table = await PeopleTable.opened(world, SEATS);
  for (const phase of phases) await table.enters(phase);
};
const sees = (as: string, path = '') => table.sees(as, path);
const send = (...sent: Parameters<PeopleTable['sends']>) => table.sends(...sent);
const statuses = (pages: Page[]) => pages.map(({ status }) => status).sort();
const log = async () => (await table.log()).state;

describe('two who share the chair', () => {
  const CHAIRS = ['chair', 'second chair'];
  /** Both press at the same moment; those who are told no, and what they wrote. */
  const atOnce = async (path: string, ...fields: Record<string, string>[]) => {
    const pages = await Promise.all(CHAIRS.map((as, at) => send(as, path, { text: `${REASON} ${as}`, ...fields[at] })));
    const late = pages.findIndex(({ status }) => status === 409);
    return {
      statuses: statuses(pages),
      kept: late < 0 ? null : pages[late]!.fields.some(({ value }) => value === `${REASON} ${CHAIRS[late]}`),
    };
  };
  const both = async (...phases: string[]) => {
    await opened(...phases);
    await table.seats('chair', { as: 'second chair', briefed: false });
  };

  it('rule on one objection at once: one ruling stands, and the other one’s words are kept', async () => {
    await both('opening', 'first-round');
    await send('incumbent', '/clauses/traffic/objections', { kind: 'interest', text: 'Our engineers work at night for this.', remedy: '' });
    await send('university', '/objections/o1/answers', { text: 'You can opt out, and say so in public.' });
    const rulings = ['upheld', 'out-of-scope'].map((ruling) => ({ ruling, version: '2' }));
    expect(await atOnce('/objections/o1/ruling', ...rulings)).toEqual({ statuses: [303, 409], kept: true });
    const { events } = await table.log();
    expect(events.filter(({ type }) => type === 'objection-settled')).toHaveLength(1);
  });

  it('say at once how far the room is: one says it, the other one looks again and uses up no round', async () => {
    await both('opening', 'first-round', 'last-reading', 'call');
    const levels = ['open-issues', 'no-base-of-support'].map((level) => ({ level, iteration: '0' }));
    expect(await atOnce('/clauses/house/assessments', ...levels)).toEqual({ statuses: [303, 409], kept: true });
    expect((await log()).clauses['house']!.assessment!.iteration).toBe(1);
    const again = await sees('second chair', '?clause=house');
    expect(again.html).toContain('name="iteration" value="1"');
    expect(
      (await send('second chair', '/clauses/house/assessments', { level: 'rough-consensus', text: REASON, iteration: '1' })).status,
    ).toBe(303);
    expect((await log()).clauses['house']!.assessment!.iteration).toBe(2);
    for (const iteration of ['', '-1', 'one', '1.0'])
      expect((await send('chair', '/clauses/trust/assessments', { level: 'open-issues', text: REASON, iteration })).status).toBe(422);
  });

  it('give the floor, ask for a hum and record the outcome at once: it happens once', async () => {
    await both('opening', 'first-round');
    for (const seat of ['providers', 'university']) await send(seat, '/floor/queue');
    expect(statuses(await Promise.all(CHAIRS.map((as) => send(as, '/floor/turn'))))).toEqual([303, 409]);
    expect((await atOnce('/hums')).statuses).toEqual([303, 409]);
    expect((await atOnce('/hands')).statuses).toEqual([303, 409]);
    for (const phase of ['last-reading', 'call', 'outcome']) await table.enters(phase);
    expect((await atOnce('/end')).statuses).toEqual([303, 409]);
    const { events } = await table.log();
    for (const type of ['floor-given', 'hum-opened', 'hands-opened', 'outcome-recorded'])
      expect([type, events.filter((event) => event.type === type).length]).toEqual([type, 1]);
  });
});

describe('a moment that nobody was told', () => {
  const forged = [
    '999999999',
    'abc',
    'seat-university.999999999',
    'seat-university.1e1',
    'seat-university.+3',
    'seat-chair.3',
    'facilitator.3',
    'observer.1',
    '-1',
    '0',
    '__proto__.1',
  ];
  const everything = { parts: [...PARTS] };

  it('leads to everything, at once and once, on a seat’s line and on the team’s', async () => {
    await opened('opening');
    const team = `/cohorts/${table.cohort.id}/tables/${table.id}/stream`;
    const first = async (path: string, who: { id: string; email: string }, last: string | null) => {
      const line = await Listener.of(world, path, who, last);
      await line.until(({ heard }) => heard.length > 0);
      line.close();
      return line.heard.map(({ event, data }) => ({ event, ...data }));
    };
    for (const moment of forged) {
      expect([moment, await first(`${table.address}/stream`, table.people['university']!, moment)]).toEqual([
        moment,
        [{ event: 'message', ...everything }],
      ]);
      if (moment !== 'facilitator.3')
        expect([moment, await first(team, world.tomas, moment)]).toEqual([moment, [{ event: 'message', ...everything }]]);
    }
    for (const query of ['after=a&after=b', 'after[x]=1', 'after=', 'after=%00', `after=${'9'.repeat(2000)}`])
      expect(await first(`${table.address}/stream?${query}`, table.people['university']!, null)).toEqual([
        { event: 'message', ...everything },
      ]);
    expect(world.log.faults).toEqual([]);
  });

  it('and a clause that there is not leads to the one that would lie open anyway', async () => {
    await opened('opening', 'first-round');
    const plain = (await sees('university')).main;
    for (const query of [
      'clause=nothing',
      'clause=__proto__',
      'clause=constructor',
      'clause=a&clause=b',
      'clause[x]=house',
      'clause=%22%3E',
      'follow=x',
    ])
      expect([query, (await sees('university', `?${query}`)).main]).toEqual([query, plain]);
    for (const query of ['clause=__proto__', 'clause=%22%3E%3Cscript%3E']) {
      const page = await knock(world, `/cohorts/${table.cohort.id}/tables/${table.id}?${query}`, { who: world.tomas });
      expect([page.status, page.text.includes('<script>')]).toEqual([200, false]);
    }
  });
});

import { newId } from '../../../src/kernel/identifier';
import { all } from '../../support/html';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'providers', 'regulator', 'exchange', 'university', 'chair'];
const REASON = 'Two groups carry it and nobody named a problem.';

type Fields = Record<string, string>;

describe('at a table of people', () => {
  let world: LearningWorld;
  beforeAll(async () => (world = await startLearning()));
  afterAll(() => world.stop());

  const opened = async (...phases: string[]) => {
    const table = await PeopleTable.opened(world, SEATS);
    for (const phase of phases) await table.enters(phase);
    return table;
  };
  const sees = (table: PeopleTable, as: string, address = '') => table.sees(as, address);
  const send = (table: PeopleTable, ...sent: Parameters<PeopleTable['sends']>) => table.sends(...sent);
  const count = async (table: PeopleTable) => (await table.log()).events.length;

  it('whoever looks on sees the room, and does nothing in it', async () => {
    const table = await opened('opening', 'first-round');
    await table.seats('', { as: 'observer' });
    await send(table, 'university', '/messages', { to: 'providers', text: 'A canary between two.' });
    const page = await sees(table, 'observer');
    expect([page.status, page.main.includes('You look on.')]).toEqual([200, true]);
    const main = [...all(page.root, 'main')][0]!;
    expect([...all(main, 'form')]).toEqual([]);
    expect(page.html).not.toContain('canary');
    const before = await count(table);
    const acts: [string, Fields][] = [
      ['/statements', { text: 'I say something.' }],
      ['/floor/queue', {}],
      ['/messages', { to: 'providers', text: 'Psst.' }],
      ['/clauses/traffic/stances', { stance: 'support', text: '', revision: '1' }],
      ['/hands', { text: 'Ready?' }],
      ['/phase', { phase: '3' }],
      ['/outcome', {}],
      ['/notes', { text: 'Mine.' }],
    ];
    for (const [act, fields] of acts) expect([act, (await send(table, 'observer', act, fields)).status]).toEqual([act, 404]);
    expect((await sees(table, 'observer', '/brief')).status).toBe(303);
    expect(await count(table)).toBe(before);
  });

  it('what is written to some, noted for oneself or agreed to is in nobody else’s page', async () => {
    const table = await opened();
    await send(table, 'university', '/notes', { text: 'A canary for myself.' });
    await send(table, 'university', '/consents', { purposes: 'quotation' });
    await table.enters('opening');
    await send(table, 'university', '/messages', { to: 'providers', text: 'A canary between two.' });
    expect((await sees(table, 'university')).main).toContain('A canary for myself.');
    for (const seat of SEATS)
      for (const address of ['', '/record']) {
        const { html } = await sees(table, seat, address);
        expect([seat, address, html.includes('canary for myself')]).toEqual([seat, address, seat === 'university' && address === '']);
        expect([seat, address, html.includes('canary between')]).toEqual([seat, address, ['university', 'providers'].includes(seat)]);
      }
  });

  it('what one may not know of leaves one’s pages as they were, letter by letter', async () => {
    const table = await opened('opening', 'first-round');
    await table.seats('', { as: 'observer' });
    await send(table, 'chair', '/hums', { text: 'Could you go on with this text?' });
    const pages = async () => {
      const seen: Record<string, string> = {};
      for (const as of ['regulator', 'chair', 'observer'])
        for (const address of ['', '/record'])
          seen[`${as}${address}`] = (await sees(table, as, address)).html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>');
      return seen;
    };
    const before = await pages();
    await send(table, 'university', '/messages', { to: 'providers', text: 'Between the two of us.' });
    await send(table, 'providers', '/messages', { to: 'university', text: 'Gladly.' });
    for (const seat of ['incumbent', 'providers', 'university']) await send(table, seat, '/hums/h1/ballots', { yes: '3', no: '1' });
    await table.directs({ do: 'nudge', to: 'university', words: { ref: newId() } });
    expect(await pages()).toEqual(before);
  });

  it('nobody speaks without the floor, and nobody gives it out of turn', async () => {
    const table = await opened('opening');
    const refused = await send(table, 'incumbent', '/statements', { text: 'I do not wait.' });
    expect([refused.status, refused.main.includes('Ask for the floor first.')]).toEqual([409, true]);
    for (const seat of ['incumbent', 'regulator']) expect((await send(table, seat, '/floor/queue')).status).toBe(303);
    expect((await send(table, 'incumbent', '/floor/turn')).status).toBe(409);
    expect((await send(table, 'chair', '/floor/turn', { role: 'nobody' })).status).toBe(404);
    expect((await send(table, 'chair', '/floor/turn', { role: 'exchange' })).status).toBe(409);
    expect((await send(table, 'chair', '/floor/turn')).status).toBe(303);
    const { speaking } = (await table.log()).state.floor;
    expect(speaking!.until).toBe(world.clock.now().getTime() + 120_000);
    const other = (await sees(table, 'chair')).main;
    expect(other).toContain('Has the floor');
    expect((await send(table, 'chair', '/floor/turn/end')).status).toBe(303);
    expect((await table.log()).state.floor.speaking).toBeNull();
  });

  it('of two decisions made from the same page one counts, and the words of the other are kept', async () => {
    const table = await opened('opening', 'first-round');
    for (const [seat, policy] of [
      ['providers', 'default'],
      ['incumbent', 'open'],
    ] as const)
      await send(table, seat, '/clauses/traffic/amendments', { 'terms.policy': policy, text: '', revision: '1' });
    const decide = (id: string) =>
      send(table, 'chair', `/clauses/traffic/amendments/${id}/decision`, { decision: 'substantive', text: REASON, revision: '1' });
    const [first, second] = [await decide('a1'), await decide('a2')];
    expect([first.status, second.status]).toEqual([303, 409]);
    expect(second.main).toContain('This change was decided already.');
    expect(second.fields.map(({ value }) => value)).toContain(REASON);
    await send(table, 'incumbent', '/clauses/traffic/objections', { kind: 'interest', text: 'Our engineers work at night.', remedy: '' });
    await send(table, 'regulator', '/objections/o1/answers', { text: 'You can opt out in public.' });
    const rule = (ruling: string) => send(table, 'chair', '/objections/o1/ruling', { ruling, text: REASON, version: '2' });
    expect([(await rule('upheld')).status, (await rule('out-of-scope')).status]).toEqual([303, 409]);
  });

  it('fifty who decide on one change at once change it once', async () => {
    const table = await opened('opening', 'first-round');
    await send(table, 'providers', '/clauses/traffic/amendments', { 'terms.policy': 'default', text: '', revision: '1' });
    const before = await count(table);
    const decision = { decision: 'substantive', text: REASON, revision: '1' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send(table, 'chair', '/clauses/traffic/amendments/a1/decision', decision)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(49).fill(409)]);
    const { state, events } = await table.log();
    expect([state.clauses['traffic']!.revision, events.length - before]).toEqual([2, 2]);
  });

  it('a message to a seat that there is not finds nothing; one to nobody, or with tricks in it, is corrected', async () => {
    const table = await opened('opening');
    const before = await count(table);
    for (const to of ['nobody', 'constructor', '__proto__'])
      expect([404, 422]).toContain((await send(table, 'university', '/messages', { to, text: 'Psst.' })).status);
    expect((await send(table, 'university', '/messages', { text: 'Psst.' })).errors).toEqual(['Choose at least one seat']);
    expect((await send(table, 'university', '/messages', { to: 'providers', text: ' \n ' })).errors).toEqual(['Write a message']);
    for (const trick of ['\u202e', '\u2066', '\u0000'])
      expect((await send(table, 'university', '/messages', { to: 'providers', text: `Psst ${trick} reversed` })).status).toBe(422);
    expect((await send(table, 'university', '/messages', { to: 'consumers', text: 'Is anybody there?' })).status).toBe(409);
    expect(await count(table)).toBe(before);
  });

  it('only the chair decides', async () => {
    const table = await opened('opening', 'first-round');
    await send(table, 'providers', '/clauses/traffic/amendments', { 'terms.policy': 'default', text: '', revision: '1' });
    const acts: [string, Fields][] = [
      ['/clauses/traffic/amendments/a1/decision', { decision: 'reject', text: REASON, revision: '1' }],
      ['/hands', { text: 'Ready?' }],
      ['/hums', { text: 'Ready?' }],
      ['/end', { text: '' }],
    ];
    for (const [act, fields] of acts) {
      const page = await send(table, 'university', act, fields);
      expect([act, page.status, page.main.includes('Only the chair does this.')]).toEqual([act, 409, true]);
    }
    const promoted = await send(table, 'chair', acts[0]![0], { ...acts[0]![1], decision: 'promote' });
    expect(promoted.status).toBe(303);
    expect((await sees(table, 'university', '?clause=traffic')).main).toContain('kept as an alternative');
  });

  it('two who share a seat speak with one voice, and each erases only their own words', async () => {
    const table = await opened('opening', 'first-round');
    await table.seats('university', { as: 'colleague', briefed: false });
    await send(table, 'colleague', '/messages', { to: 'providers', text: 'Written by the colleague.' });
    expect((await sees(table, 'university')).main).toContain('Written by the colleague.');
    const erasures = async (as: string) => (await sees(table, as, '/record')).buttons.filter((name) => name === 'Erase for good').length;
    expect([await erasures('colleague'), await erasures('university')]).toEqual([1, 0]);
    const ref = (await table.log()).state.texts[0]!.ref;
    expect((await send(table, 'university', `/words/${ref}/erasure`)).status).toBe(404);
    expect((await send(table, 'colleague', `/words/${ref}/erasure`)).status).toBe(303);
    expect((await sees(table, 'providers')).main).toContain('These words were erased.');
  });

  it('whoever comes late is briefed first, and then sits among the others', async () => {
    const table = await opened('opening', 'first-round');
    await table.seats('consumers', { briefed: false });
    expect((await send(table, 'consumers', '/floor/queue')).status).toBe(409);
    expect((await sees(table, 'consumers')).status).toBe(303);
    expect((await send(table, 'consumers', '/brief')).status).toBe(303);
    expect((await send(table, 'consumers', '/floor/queue')).status).toBe(303);
  });

  it('while the clock stands still the page says so, and nothing is taken', async () => {
    const table = await opened('opening', 'first-round');
    await table.directs({ do: 'pause' });
    const page = await sees(table, 'university');
    expect(page.main).toContain('The clock stands still');
    expect((await send(table, 'university', '/floor/queue')).status).toBe(409);
    await table.directs({ do: 'resume' });
    expect((await send(table, 'university', '/floor/queue')).status).toBe(303);
  });

  it('that goes on by letters nobody waits for the floor, and one statement is enough until others have spoken', async () => {
    const table = await PeopleTable.opened(world, SEATS, 'async');
    await table.enters('opening');
    expect((await sees(table, 'university')).main).toContain('Say what your role wants.');
    expect((await send(table, 'university', '/floor/queue')).status).toBe(409);
    expect((await send(table, 'university', '/statements', { text: 'We would host it.' })).status).toBe(303);
    const again = await send(table, 'university', '/statements', { text: 'And we would do so for nothing.' });
    expect([again.status, again.main.includes('You have said as much as one window holds.')]).toEqual([409, true]);
  });

  it('there is an outcome document when there is an outcome', async () => {
    const table = await opened('opening', 'first-round');
    expect((await sees(table, 'university', '/outcome')).status).toBe(404);
    expect((await send(table, 'chair', '/end', { text: 'We come back to it next year.' })).status).toBe(303);
    const page = await sees(table, 'university', '/outcome');
    expect([page.heading, page.main.includes('We come back to it next year.')]).toEqual(['The table ended without agreement', true]);
  });
});

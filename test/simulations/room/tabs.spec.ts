import { newId } from '../../../src/kernel/identifier';
import { PracticeRoom } from './practice-room';

const WHY = 'One night is enough for the engineers.';

describe('a table in two tabs', () => {
  let room: PracticeRoom;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
  });
  afterAll(() => room.world.stop());

  it('a change that was made for an older revision is refused, says so, and keeps the words', async () => {
    const { wanjiku } = room.world;
    const seat = await room.seat(wanjiku, 'text');
    await seat.does({ do: 'second-amendment', amendment: 'a1' }); // the chair takes it: the clause is revised
    const before = await room.count(seat);
    const page = await room.sees(wanjiku, `${seat.address}/clauses/hours/amendments`, {
      'terms.length': 'night',
      text: WHY,
      revision: '1',
    });
    expect(page.status).toBe(409);
    expect(page.main).toContain('The table has moved on since you opened this page.');
    expect(page.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([WHY]));
    expect(await room.count(seat)).toBe(before);
    const now = await room.send(wanjiku, `${seat.address}/clauses/hours/amendments`, { 'terms.length': 'night', text: WHY, revision: '2' });
    expect(now.status).toBe(303);
  });

  it('so is a position on an older revision, and a package for an older text', async () => {
    const { baraka } = room.world;
    const seat = await room.seat(baraka, 'text');
    await seat.does({ do: 'second-amendment', amendment: 'a1' });
    const position = await room.sees(baraka, `${seat.address}/clauses/hours/stances`, { stance: 'support', text: WHY, revision: '1' });
    const offer = await room.sees(baraka, `${seat.address}/packages`, { 'terms.length': 'night', text: WHY, number: '1' });
    for (const page of [position, offer]) {
      expect(page.status).toBe(409);
      expect(page.main).toContain('The table has moved on');
      expect(page.fields.map(({ value }) => value)).toEqual(expect.arrayContaining([WHY]));
    }
  });

  it('a phase button that was pressed in an old tab skips no phase', async () => {
    const { mei } = room.world;
    const seat = await room.seat(mei, 'opening', 0);
    for (const _ of ['this tab', 'the other tab']) {
      expect((await room.send(mei, `${seat.address}/phase`, { phase: '2' })).headers['location']).toBe(`${seat.address}#now`);
      expect((await seat.log()).state.phase).toMatchObject({ key: 'first-round', number: 3 });
    }
  });

  it('pressed in both at the same moment it goes on once', async () => {
    const { yusuf } = room.world;
    const seat = await room.seat(yusuf, 'opening', 0);
    const answers = await Promise.all([1, 2].map(() => room.send(yusuf, `${seat.address}/phase`, { phase: '2' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await seat.log()).state.phase.number).toBe(3);
  });

  it('two seats taken at once are one table', async () => {
    const { nour } = room.world;
    const start = `/simulations/${await room.enrolment(nour)}/practice/start/tables`;
    const answers = await Promise.all(['clinic', 'school'].map((role) => room.send(nour, start, { role }, newId())));
    expect(new Set(answers.map(({ headers }) => headers['location'])).size).toBe(1);
  });

  it('a table that was begun is continued, whatever seat another tab asks for', async () => {
    const { tomas } = room.world;
    const seat = await room.seat(tomas, 'start', 0);
    const start = `/simulations/${await room.enrolment(tomas)}/practice/start`;
    expect((await room.send(tomas, `${start}/tables`, { role: 'school' })).headers['location']).toBe(seat.address);
    expect((await room.get(tomas, start)).link('Back to your table')).toBe(seat.address);
  });
});

import { newId } from '../../../src/kernel/identifier';
import { PracticeRoom } from '../room/practice-room';
import type { Seat } from '../seat';

const FEELING = 'The moment in which nobody spoke.';
const COMMITMENT = 'I will ask before I switch off.';

describe('the debrief of a table', () => {
  let room: PracticeRoom;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
  });
  afterAll(() => room.world.stop());

  const step = (seat: Seat, name: string) => `${seat.address}/debrief/${name}`;
  const completions = (personId: string) =>
    room.world.database.rows<Record<string, unknown>>('SELECT * FROM "completions" WHERE "personId" = ?', [personId]);

  it('asks in four steps, and what was written stands there when one comes back', async () => {
    const { wanjiku } = room.world;
    const seat = await room.seat(wanjiku, 'debrief', 6);
    const saved = await room.send(wanjiku, step(seat, 'reactions'), { 'answers.first-feeling': FEELING, version: '0' });
    expect(saved.headers['location']).toBe(step(seat, 'description'));
    await room.send(wanjiku, step(seat, 'description'), { 'answers.turning-point': 'The package.', version: '1' });
    await room.send(wanjiku, step(seat, 'analysis'), { 'answers.whose-answer': '', version: '2' });
    expect((await room.get(wanjiku, step(seat, 'reactions'))).field('Which moment do you still feel?').value).toBe(FEELING);
  });

  it('a second tab does not write over the first: it is told, and keeps its text', async () => {
    const { baraka } = room.world;
    const seat = await room.seat(baraka, 'debrief', 6);
    await room.send(baraka, step(seat, 'reactions'), { 'answers.first-feeling': FEELING, version: '0' });
    for (const version of ['0', '2', '999999999']) {
      const page = await room.sees(baraka, step(seat, 'reactions'), { 'answers.first-feeling': 'Something else.', version });
      expect(page.status).toBe(409);
      expect(page.fields.map(({ value }) => value)).toContain('Something else.');
    }
    expect((await room.get(baraka, step(seat, 'reactions'))).field('Which moment do you still feel?').value).toBe(FEELING);
  });

  it('is not finished without a commitment', async () => {
    const { baraka } = room.world;
    const seat = await room.seat(baraka, 'ending', 6);
    for (const nothing of ['', '  ', '\u200b']) {
      const page = await room.sees(baraka, step(seat, 'application'), {
        'answers.commitment': nothing,
        'answers.your-street': 'Nobody.',
        version: '0',
      });
      expect([page.status, page.errors]).toEqual([422, ['Write down one thing that you will do']]);
      expect(page.field('Who switches off the network in your street?').value).toBe('Nobody.');
    }
    expect(await completions(baraka.id)).toEqual([]);
    expect((await room.send(baraka, step(seat, 'application'), { version: '0' })).status).toBe(422);
  });

  it('pressed in two tabs at once it finishes the step exactly once, and one of them is told', async () => {
    const { mei } = room.world;
    const seat = await room.seat(mei, 'round', 6);
    const fields = { 'answers.commitment': COMMITMENT, version: '0' };
    const answers = await Promise.all([1, 2].map(() => room.send(mei, step(seat, 'application'), fields)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await completions(mei.id)).toHaveLength(1);
    expect((await seat.log()).events.filter(({ type }) => type === 'debrief-finished')).toHaveLength(1);
  });

  it('sent twice with one form it finishes once', async () => {
    const { tomas } = room.world;
    const seat = await room.seat(tomas, 'round', 6);
    const [form, fields] = [newId(), { 'answers.commitment': COMMITMENT, version: '0' }];
    const send = () => room.send(tomas, step(seat, 'application'), fields, form);
    const answers = [...(await Promise.all([send(), send()])), await send()];
    expect(new Set(answers.map(({ status, headers }) => `${status} ${headers['location']}`))).toEqual(
      new Set([`303 ${step(seat, 'application')}`]),
    );
    expect(await completions(tomas.id)).toHaveLength(1);
  });

  it('can be read and corrected afterwards, and counts no second time', async () => {
    const { tomas } = room.world;
    const seat = await room.seat(tomas, 'text', 6);
    await room.send(tomas, step(seat, 'application'), { 'answers.commitment': COMMITMENT, version: '0' });
    const before = await completions(tomas.id);
    const again = await room.send(tomas, step(seat, 'application'), { 'answers.commitment': 'I will listen first.', version: '1' });
    expect(again.status).toBe(303);
    const page = await room.get(tomas, step(seat, 'application'));
    expect(page.field('Next time I will …').value).toBe('I will listen first.');
    expect(page.buttons).toContain('Save');
    expect(await completions(tomas.id)).toEqual(before);
  });

  it('an agreement is not needed: who leaves the table finishes the step like everybody else', async () => {
    const { yusuf } = room.world;
    const seat = await room.seat(yusuf, 'opening', 0);
    await room.send(yusuf, `${seat.address}/end`, { text: 'We sleep above the clinic.' });
    await room.send(yusuf, step(seat, 'application'), { 'answers.commitment': COMMITMENT, version: '0' });
    expect(await completions(yusuf.id)).toHaveLength(1);
  });

  it('has no step, no seat and no question by a name that nobody knows', async () => {
    const { nour } = room.world;
    const seat = await room.seat(nour, 'finished', 6);
    for (const name of ['nothing', '__proto__', 'constructor', 'REACTIONS']) {
      expect([name, (await room.get(nour, step(seat, name))).status]).toEqual([name, 404]);
      expect([name, (await room.get(nour, step(seat, `roles/${name}`))).status]).toEqual([name, 404]);
      expect([name, (await room.send(nour, step(seat, name), { version: '0' })).status]).toEqual([name, 404]);
      const { status } = await room.send(nour, step(seat, 'reactions'), { [`answers.${name}`]: 'x', version: '0' });
      expect([name, [400, 404].includes(status)]).toEqual([name, true]);
    }
  });

  it('nothing is written down before the talk is over', async () => {
    const { amara } = room.world;
    const seat = await room.seat(amara, 'round', 1);
    expect((await room.send(amara, step(seat, 'application'), { 'answers.commitment': COMMITMENT, version: '0' })).status).toBe(404);
    expect(await completions(amara.id)).toEqual([]);
  });

  it('nobody else reads what was written down', async () => {
    const { wanjiku, amara, tomas, sofia } = room.world;
    const seat = await room.seat(wanjiku, 'text', 6);
    await room.send(wanjiku, step(seat, 'reactions'), { 'answers.first-feeling': FEELING, version: '0' });
    for (const who of [amara, tomas, sofia]) {
      for (const address of [step(seat, 'reactions'), `${seat.address}/record`, '/chapters/kenya']) {
        expect((await room.get(who, address)).html).not.toContain(FEELING);
      }
    }
  });
});

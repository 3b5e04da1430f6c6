import type { Seat } from '../seat';
import { PracticeRoom } from './practice-room';

const LONG = 'The night shift waits. '.repeat(140).trim();

describe('what somebody writes at a table', () => {
  let room: PracticeRoom;
  let round: Seat;
  let call: Seat;
  let outcome: Seat;
  let ended: Seat;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
    const { wanjiku } = room.world;
    round = await room.seat(wanjiku, 'round');
    call = await room.seat(wanjiku, 'call', 4);
    outcome = await room.seat(wanjiku, 'outcome', 5);
    ended = await room.seat(wanjiku, 'debrief', 6);
  });
  afterAll(() => room.world.stop());

  const forms: [what: string, seat: () => Seat, address: string, fields: Record<string, string>][] = [
    ['a statement', () => round, '/statements', {}],
    ['the reason of a change', () => round, '/clauses/hours/amendments', { 'terms.length': 'night', revision: '1' }],
    ['the reason of a position', () => round, '/clauses/hours/stances', { stance: 'support', revision: '1' }],
    ['an objection', () => round, '/clauses/costs/objections', { kind: 'legal', remedy: 'payer:members' }],
    ['an answer', () => round, '/objections/o1/answers', {}],
    ['the words to a package', () => round, '/packages', { 'terms.length': 'night', number: '1' }],
    ['a challenge', () => call, '/clauses/hours/challenges', {}],
    ['a minority statement', () => outcome, '/clauses/hours/minority', {}],
    ['a last word', () => round, '/end', {}],
  ];

  it.each(forms)('%s of 3,000 characters is refused with the text in its place, and nothing happens', async (_, seat, address, fields) => {
    const before = await room.count(seat());
    const page = await room.sees(room.world.wanjiku, seat().address + address, { ...fields, text: LONG });
    expect([page.status, page.errors]).toEqual([422, ['Use at most 2,000 characters']]);
    const [place] = [...page.html.matchAll(/<a href="#(f-[^"]+)">Use at most/g)].map(([, id]) => id!);
    expect(page.html).toContain(`id="${place}"`);
    const kept = page.fields.filter(({ value }) => value === LONG);
    expect(kept.map(({ elements }) => elements[0]!.attributes['id'])).toEqual([place]);
    expect(kept[0]!.description).toContain('Use at most 2,000 characters');
    expect(await room.count(seat())).toBe(before);
  });

  it.each(forms)('%s with characters that cannot be shown is refused', async (_, seat, address, fields) => {
    const before = await room.count(seat());
    for (const strange of ['\u0000', '\u202e', '\u2066', '\u0007', '\ufffd']) {
      const page = await room.sees(room.world.wanjiku, seat().address + address, {
        ...fields,
        text: `The night ${strange} shift is harmed by this.`,
      });
      expect([page.status, page.errors.length]).toEqual([422, 1]);
    }
    expect(await room.count(seat())).toBe(before);
  });

  it.each([
    ['a statement', '/statements', {}, 'Choose a statement or write your own'],
    ['an objection', '/clauses/costs/objections', { kind: 'legal' }, 'Say in at least four words who is harmed and when'],
    ['an answer', '/objections/o1/answers', {}, 'Choose an argument, or say it in at least four words'],
  ])('%s of nothing that can be read is asked for again', async (_, address, fields, wanted) => {
    for (const text of ['', ' \u2003\u00a0 ', '\u200b\u200d']) {
      const page = await room.sees(room.world.wanjiku, round.address + address, { ...fields, text });
      expect([page.status, page.errors]).toEqual([422, [wanted]]);
    }
  });

  it('what was chosen beside it is still chosen', async () => {
    const { wanjiku } = room.world;
    const objected = await room.sees(wanjiku, `${round.address}/clauses/costs/objections`, {
      kind: 'technical',
      text: 'No',
      remedy: 'payer:members',
    });
    expect(objected.field('What kind of objection is it?').value).toBe('Technical');
    expect(objected.field('What would settle it?').value).toBe('Who pays for it: the members of the association');
    const stated = await room.sees(wanjiku, `${round.address}/statements`, { statement: 'night-shift', text: LONG });
    expect(stated.field('Choose what to say').value).toBe('At night there are two nurses and one line to the hospital.');
    const answered = await room.sees(wanjiku, `${round.address}/objections/o1/answers`, { argument: 'cash-box', text: LONG });
    expect(answered.fields.find(({ label }) => label === 'Choose an argument')?.value).toMatch(/^The association lends/);
  });

  it('a reflection is kept too, whatever is wrong with it', async () => {
    const { wanjiku } = room.world;
    const address = `${ended.address}/debrief/reactions`;
    const long = await room.sees(wanjiku, address, { 'answers.first-feeling': 'x'.repeat(4001), version: '0' });
    expect([long.status, long.errors]).toEqual([422, ['Use at most 4,000 characters']]);
    expect(long.field('Which moment do you still feel?').value).toHaveLength(4001);
    const strange = await room.sees(wanjiku, address, { 'answers.first-feeling': 'Quiet\u202e', version: '0' });
    expect([strange.status, strange.errors.length]).toEqual([422, 1]);
    expect(strange.html).toContain('href="#f-first-feeling"');
  });

  it('words in every script and two thousand characters are taken', async () => {
    const { wanjiku } = room.world;
    for (const text of [
      'نحن نسمعكم، ولكن الممرضات لا يسمعن.',
      '夜班需要一条线路。',
      '夜'.repeat(2000),
      '<script>alert(\'x\')</script> & "quoted"',
    ]) {
      expect((await room.send(wanjiku, `${round.address}/statements`, { text })).status).toBe(303);
      const page = await room.get(wanjiku, round.address);
      expect(page.main).toContain(text);
      expect(page.html).not.toContain('<script>alert');
    }
  });

  it('can be taken out for good: the record keeps that something was said, nobody reads what', async () => {
    const { wanjiku, baraka } = room.world;
    const seat = await room.seat(wanjiku, 'start');
    const secret = 'My cousin works at the ministry.';
    await room.send(wanjiku, `${seat.address}/statements`, { text: secret });
    const record = await room.get(wanjiku, `${seat.address}/record`);
    const action = /action="([^"]+\/words\/[^"]+\/erasure)"/.exec(record.html)![1]!;
    expect((await room.send(baraka, action)).status).toBe(404);
    expect((await room.send(wanjiku, action.replace(/words\/[^/]+/, 'words/0190b1de-0000-7000-8000-000000000000'))).status).toBe(404);
    expect((await room.get(wanjiku, `${seat.address}/record`)).main).toContain(secret);

    expect((await room.send(wanjiku, action)).status).toBe(303);
    const after = await room.get(wanjiku, `${seat.address}/record`);
    expect(after.main).not.toContain(secret);
    expect(after.main).toContain('These words were erased.');
    expect(after.html).not.toContain('/erasure"');
    expect(JSON.stringify(await room.world.database.rows('SELECT * FROM "table_texts"'))).not.toContain(secret);
    expect((await room.sees(wanjiku, action)).main).toContain('These words are erased already.');
    expect((await seat.log()).state.redacted).toHaveLength(1);
  });
});

import { newId } from '../../../src/kernel/identifier';
import type { Seat } from '../seat';
import { PracticeRoom } from './practice-room';

type Fields = Record<string, string>;

const NAMES = ['nothing', '__proto__', 'constructor', 'toString', 'o99', '%00'];

describe('what is done at a table', () => {
  let room: PracticeRoom;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
  });
  afterAll(() => room.world.stop());

  describe('with what is not there', () => {
    let seat: Seat;
    beforeAll(async () => {
      seat = await room.seat(room.world.baraka, 'round');
    });

    const change = { text: '', revision: '1' };
    it.each<[what: string, address: (name: string) => string, fields: (name: string) => Fields, answer: number[]]>([
      ['a clause to change', (name) => `/clauses/${name}/amendments`, () => ({ ...change, 'terms.length': 'night' }), [404]],
      ['a clause to stand on', (name) => `/clauses/${name}/stances`, () => ({ ...change, stance: 'support' }), [404]],
      ['a clause to object to', (name) => `/clauses/${name}/objections`, () => ({ kind: 'legal', text: 'Four words are enough.' }), [404]],
      ['a clause to bring', (name) => `/clauses/${name}/tabling`, () => ({}), [404]],
      ['a clause to challenge', (name) => `/clauses/${name}/challenges`, () => ({ text: 'Four words are enough.' }), [404]],
      ['a clause to dissent from', (name) => `/clauses/${name}/minority`, () => ({ text: 'Four words are enough.' }), [404]],
      ['a change to support', (name) => `/clauses/hours/amendments/${name}/seconds`, () => ({}), [404]],
      ['a change of another clause', () => '/clauses/costs/amendments/a1/seconds', () => ({}), [404]],
      ['an objection to answer', (name) => `/objections/${name}/answers`, () => ({ argument: 'cash-box', text: '' }), [404]],
      ['an objection to share', (name) => `/objections/${name}/joining`, () => ({}), [404]],
      ['an objection to withdraw', (name) => `/objections/${name}/withdrawal`, () => ({}), [404]],
      ['a package to answer', (name) => `/packages/${name}/answers`, () => ({ accepts: 'yes' }), [404]],
      ['an argument', () => '/objections/o1/answers', (name) => ({ argument: name, text: '' }), [404, 422]],
      ['an argument to another objection', () => '/objections/o1/answers', () => ({ argument: 'bell', text: '' }), [404]],
      ['a statement', () => '/statements', (name) => ({ statement: name, text: '' }), [404, 422]],
      ['an option', () => '/clauses/hours/amendments', (name) => ({ ...change, 'terms.length': name }), [404, 422]],
      ['a slot', () => '/clauses/hours/amendments', (name) => ({ ...change, [`terms.${name}`]: 'night' }), [400, 404]],
      ['a slot of another clause', () => '/clauses/costs/amendments', () => ({ ...change, 'terms.length': 'night' }), [404]],
      ['a slot in a package', () => '/packages', (name) => ({ text: '', number: '1', [`terms.${name}`]: 'night' }), [400, 404]],
      [
        'a remedy',
        () => '/clauses/hours/objections',
        (name) => ({ kind: 'legal', text: 'Four words are enough.', remedy: `length:${name}` }),
        [404, 422],
      ],
    ])('%s that nobody knows is not found, and nothing happens', async (_, address, fields, answers) => {
      const before = await room.count(seat);
      for (const name of NAMES) {
        const { status, text } = await room.send(room.world.baraka, seat.address + address(name), fields(name));
        expect([name, answers.includes(status) ? 'refused' : status]).toEqual([name, 'refused']);
        expect(text).not.toContain('TypeError');
      }
      expect(await room.count(seat)).toBe(before);
      expect(room.world.log.faults).toEqual([]);
    });

    it('a seat that nobody can take alone is refused, and so is one that there is not', async () => {
      const start = `/simulations/${await room.enrolment(room.world.baraka)}/practice/start/tables`;
      for (const role of ['office', 'chair', 'nobody', 'constructor'])
        expect((await room.send(room.world.baraka, start, { role })).status).toBe(409);
      for (const role of ['', '__proto__', 'Clinic']) expect((await room.send(room.world.baraka, start, { role })).status).toBe(422);
    });

    it.each(['0', '-1', 'abc', '99', '1e1', '__proto__'])('the record has no page %s', async (page) => {
      expect((await room.get(room.world.baraka, `${seat.address}/record?page=${page}`)).status).toBe(404);
    });
  });

  describe('out of its phase', () => {
    const text = 'The night shift is harmed by this.';
    const ACTS: Record<string, Fields> = {
      '/statements': { text },
      '/packages': { 'terms.payer': 'members', text: '', number: '1' },
      '/call': {},
      '/clauses/hours/amendments': { 'terms.length': 'night', text: '', revision: '1' },
      '/clauses/hours/stances': { stance: 'support', text: '', revision: '1' },
      '/clauses/hours/objections': { kind: 'legal', text },
      '/clauses/review/tabling': {},
      '/clauses/hours/challenges': { text },
      '/clauses/hours/minority': { text },
    };
    it.each<[phase: string, step: string, phases: number, possible: string[]]>([
      ['the opening', 'opening', 0, ['/statements']],
      ['the last reading', 'reading', 3, ['/clauses/hours/stances', '/clauses/hours/objections']],
      ['the call', 'call', 4, ['/clauses/hours/stances', '/clauses/hours/challenges']],
      ['the outcome', 'outcome', 5, ['/clauses/hours/minority']],
      ['the debrief', 'debrief', 6, []],
    ])('in %s a sentence says that it is not possible, with what was written', async (_, step, phases, possible) => {
      const { tomas } = room.world;
      const seat = await room.seat(tomas, step, phases);
      const before = await room.count(seat);
      for (const [act, fields] of Object.entries(ACTS).filter(([one]) => !possible.includes(one))) {
        const page = await room.sees(tomas, seat.address + act, fields);
        expect([act, page.status]).toEqual([act, 409]);
        expect(page.main).toMatch(/This is not possible in this phase of the talk\.|The talk is over\.|The judgement is not final yet\./);
        if (fields['text']) expect(page.fields.map(({ value }) => value)).toContain(text);
        expect(page.link('Open the page again')).toContain(seat.address);
      }
      expect(await room.count(seat)).toBe(before);
    });

    it('before the brief is read the room leads to it, and nothing can be done', async () => {
      const { yusuf } = room.world;
      const seat = await room.opened(yusuf, 'brief');
      for (const [act, fields] of Object.entries(ACTS))
        expect([act, (await room.send(yusuf, seat.address + act, fields)).status]).toEqual([act, 409]);
    });
  });

  describe('twice with one form', () => {
    it.each<[what: string, step: string, phases: number, address: string, fields: Fields]>([
      ['a statement', 'start', 0, '/statements', { text: 'We hear you.' }],
      ['the way on', 'brief', 0, '/phase', { phase: '2' }],
      ['a change that the chair takes at once', 'opening', 1, '/clauses/hours/amendments/a1/seconds', {}],
      ['a package that everybody takes', 'round', 1, '/packages/p1/answers', { accepts: 'yes' }],
      [
        'a package of one’s own that becomes the text',
        'text',
        1,
        '/packages',
        { 'terms.length': 'hour', number: '1', text: 'An hour will do.' },
      ],
      ['an objection', 'asking', 1, '/clauses/costs/objections', { kind: 'rights', text: 'Nobody asked the poorest users.', remedy: '' }],
      ['the call', 'reading', 1, '/call', {}],
      ['the end', 'ending', 1, '/end', { text: 'We leave.' }],
    ])('%s has one effect, and leads to the same place', async (_, step, phases, address, fields) => {
      const { mei } = room.world;
      const seat = await room.seat(mei, step, phases);
      const form = newId();
      const first = await Promise.all([1, 2].map(() => room.send(mei, seat.address + address, fields, form)));
      const after = await room.count(seat);
      const again = await room.send(mei, seat.address + address, fields, form);
      expect(new Set([...first, again].map(({ status, headers }) => `${status} ${headers['location']}`)).size).toBe(1);
      expect(again.status).toBe(303);
      expect(await room.count(seat)).toBe(after);
    });
  });
});

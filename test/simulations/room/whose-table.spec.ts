import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { knock } from '../../support/knock';
import type { Seat } from '../seat';
import { PracticeRoom } from './practice-room';

const PAGES = ['', '/brief', '/record', '/debrief/reactions', '/debrief/roles/shops'];
const FORMS: [address: string, fields: Record<string, string>][] = [
  ['/brief', {}],
  ['/phase', { phase: '3' }],
  ['/call', {}],
  ['/end', { text: '' }],
  ['/statements', { text: 'Let me in.' }],
  ['/packages', { 'terms.payer': 'members', number: '1', text: '' }],
  ['/packages/p1/answers', { accepts: 'yes' }],
  ['/objections/o1/answers', { argument: 'cash-box', text: '' }],
  ['/objections/o1/joining', {}],
  ['/clauses/hours/stances', { stance: 'support', revision: '1', text: '' }],
  ['/clauses/review/tabling', {}],
  ['/debrief/application', { 'answers.commitment': 'I look into tables of others.', version: '0' }],
];

describe('whose table it is', () => {
  let room: PracticeRoom;
  let seat: Seat;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
    await room.enrolment(room.world.baraka);
    seat = await room.seat(room.world.wanjiku, 'round');
  });
  afterAll(() => room.world.stop());

  const others = (): [string, Person][] => {
    const { baraka, amara, tomas, sofia, mei, yusuf } = room.world;
    return Object.entries({
      'another trainee of the cohort': baraka,
      'the lead': amara,
      'the trainer': tomas,
      'a steward of the site': sofia,
      'somebody of another chapter': mei,
      'somebody of a third one': yusuf,
    });
  };

  it('nobody but the person who sits there sees a page of it; it is as if it were not there', async () => {
    const missing = `/tables/${newId()}`;
    for (const [who, person] of others()) {
      for (const page of PAGES) {
        const theirs = await room.get(person, seat.address + page);
        const nothing = await room.get(person, missing + page);
        expect([who, page, theirs.status, theirs.main]).toEqual([who, page, 404, nothing.main]);
      }
    }
  });

  it('nobody else does anything at it', async () => {
    const before = await room.count(seat);
    for (const [who, person] of others()) {
      for (const [address, fields] of FORMS) {
        expect([who, address, (await room.send(person, seat.address + address, fields)).status]).toEqual([who, address, 404]);
      }
    }
    expect(await room.count(seat)).toBe(before);
  });

  it('a stranger is asked to sign in', async () => {
    expect((await knock(room.world, seat.address, {})).headers['location']).toMatch(/^\/sign-in/);
    expect((await room.send(null, `${seat.address}/statements`, { text: 'Let me in.' })).status).toBe(401);
  });

  it('a step of somebody else’s study is not there either', async () => {
    const start = `/simulations/${await room.enrolment(room.world.wanjiku)}/practice/start`;
    for (const [who, person] of others()) {
      expect([who, (await room.get(person, start)).status]).toEqual([who, 404]);
      expect([who, (await room.send(person, `${start}/tables`, { role: 'clinic' })).status]).toEqual([who, 404]);
    }
  });

  it('whoever has been withdrawn from the cohort finds nothing any more', async () => {
    const { nour, database } = room.world;
    const left = await room.seat(nour, 'round');
    expect((await room.get(nour, left.address)).status).toBe(200);
    await database.write(async (write) => write.update(Enrolment, { id: await room.enrolment(nour) }, { state: 'withdrawn' }));
    for (const page of PAGES) expect([page, (await room.get(nour, left.address + page)).status]).toEqual([page, 404]);
    expect((await room.send(nour, `${left.address}/statements`, { text: 'One more word.' })).status).toBe(404);
  });
});

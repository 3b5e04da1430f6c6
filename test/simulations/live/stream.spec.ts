import { Chapters } from '../../../src/chapters/chapters.service';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { newId } from '../../../src/kernel/identifier';
import type { Command } from '../../../src/simulations/engine/commands';
import { MOST_OF_A_PERSON } from '../../../src/simulations/live/watching.service';
import { TablePlace } from '../../../src/simulations/tables/table-place.entity';
import { WatchRounds } from '../../../src/simulations/live/watch-rounds.service';
import { Session } from '../../../src/web/sessions/session.entity';
import { knock } from '../../support/knock';
import { appoint, makePerson, startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';
import { Listener } from './listener';

const ROLES = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const stand = (clause: string): Command => ({ do: 'set-stance', clause, stance: 'support', words: null, expectRevision: 1 });

let world: LearningWorld;
let table: PeopleTable;
const lines: Listener[] = [];
beforeAll(async () => (world = await startLearning()));
beforeEach(async () => {
  table = await PeopleTable.opened(world, ROLES);
  await table.enters('opening');
  await table.enters('first-round');
});
afterEach(() => lines.splice(0).forEach((line) => line.close()));
afterAll(() => world.stop());

const rounds = () => world.app.get(WatchRounds, { strict: false });
const team = () => `/cohorts/${table.cohort.id}/tables/${table.id}/stream`;

async function line(as: string, last: string | null = null, path = `${table.address}/stream`): Promise<Listener> {
  const opened = await Listener.of(world, path, table.people[as]!, last);
  lines.push(opened);
  return opened.until(({ text }) => text.includes('retry'));
}

async function whispers(from: string, ...to: string[]): Promise<void> {
  const ref = newId();
  await table.does(from, { do: 'send-message', to, words: { ref } }, { text: { ref, text: 'Between us: would you sign?' } });
}

describe('a line to a table', () => {
  it('says that something changed, and which parts: never what', async () => {
    const university = await line('university', 'seat-university.0');
    await university.until(({ heard }) => heard.length === 1); // everything since the table was opened
    await table.does('incumbent', stand('house'));
    await university.until(({ heard }) => heard.length === 2);
    const [, news] = university.heard;
    expect([university.type, news!.event, news!.data]).toEqual([
      'text/event-stream; charset=utf-8',
      'message',
      { parts: ['now', 'table'], later: ['text'] },
    ]);
    for (const secret of ['incumbent', 'house', 'support', table.people['incumbent']!.id]) expect(university.text).not.toContain(secret);
  });

  it('goes on after a cut without a gap, and without a word when there was nothing', async () => {
    const first = await line('university');
    await first.until(({ heard }) => heard.length === 1);
    const moment = first.last!;
    first.close();
    await table.does('incumbent', stand('traffic'));
    await whispers('providers', 'exchange');
    const second = await line('university', moment);
    await second.until(({ heard }) => heard.length === 1);
    expect(second.heard[0]!.data).toEqual({ parts: ['now', 'table'], later: ['text'] });
    const third = await line('university', second.last);
    await table.does('exchange', stand('traffic'));
    await third.until(({ heard }) => heard.length === 1);
    expect(third.heard).toHaveLength(1);
  });

  it('begins at the moment that the page was printed at', async () => {
    const { text } = await knock(world, table.address, { who: table.people['university']! });
    const [, moment] = /data-cursor="([^"]+)"/.exec(text)!;
    await table.does('incumbent', stand('house'));
    const opened = await line('university', null, `${table.address}/stream?after=${moment}`);
    await opened.until(({ heard }) => heard.length === 1);
    expect(opened.heard[0]!.data).toEqual({ parts: ['now', 'table'], later: ['text'] });
  });

  it.each([
    'seat-incumbent.3',
    'facilitator.1',
    'seat-university.99999',
    'seat-university.-3',
    `seat-university.${'1'.repeat(3000)}`,
    '\u202e',
  ])('tells whoever names a moment that is not theirs to look at everything: %s', async (forged) => {
    const opened = await line('university', null, `${table.address}/stream?after=${encodeURIComponent(forged)}`);
    await opened.until(({ heard }) => heard.length === 1);
    expect(opened.heard[0]!.data.parts).toEqual(['now', 'table', 'text', 'floor', 'messages']);
  });

  it('says the same to a seat, byte for byte, whether or not others did what it may not know', async () => {
    const said = async (secretly: boolean): Promise<string> => {
      table = await PeopleTable.opened(world, ROLES);
      await table.enters('opening');
      await table.enters('first-round');
      const university = await line('university');
      await university.until(({ heard }) => heard.length === 1);
      for (const [count, role] of ['incumbent', 'exchange', 'providers'].entries()) {
        if (secretly) {
          await whispers('incumbent', 'providers');
          await table.directs({ do: 'annotate', words: { key: 'title' } });
          await table.directs({ do: 'nudge', to: 'chair', words: { key: 'title' } });
        }
        await table.does(role, stand('house'));
        await university.until(({ heard }) => heard.length === count + 2);
      }
      return university.text;
    };
    expect(await said(true)).toBe(await said(false));
  });

  it('tells the team everything, at its own address', async () => {
    const facilitator = await Listener.of(world, team(), world.amara);
    lines.push(facilitator);
    await facilitator.until(({ heard }) => heard.length === 1);
    await whispers('incumbent', 'providers');
    await facilitator.until(({ heard }) => heard.length === 2);
    expect(facilitator.heard[1]!.data).toEqual({ parts: ['now', 'messages'] });
  });
});

describe('who may listen', () => {
  it('is whoever has a place, and the team of the chapter at its own address', async () => {
    await table.seats('', { as: 'looker' });
    const { amara, tomas, sofia, nour, mei, wanjiku } = world;
    const status = async (path: string, who: { id: string; email: string } | null) => {
      if (who === null) return (await knock(world, path, {})).status;
      const opened = await Listener.of(world, path, who).catch((error: Error) => Number(/\d+$/.exec(error.message)![0]));
      if (typeof opened === 'number') return opened;
      opened.close();
      return 200;
    };
    const own = `${table.address}/stream`;
    const { university, looker } = table.people;
    for (const who of [university!, looker!]) expect([await status(own, who), await status(team(), who)]).toEqual([200, 404]);
    for (const who of [amara, tomas, sofia]) expect([await status(own, who), await status(team(), who)]).toEqual([404, 200]);
    for (const who of [nour, mei, wanjiku]) expect([await status(own, who), await status(team(), who)]).toEqual([404, 404]);
    expect([await status(own, null), await status(team(), null)]).toEqual([303, 303]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'is withdrawn from the cohort',
      () => world.database.write((write) => write.update(Enrolment, { id: table.enrolments['university']! }, { state: 'withdrawn' })),
    ],
    [
      'changes the seat',
      () =>
        world.database.write((write) => write.update(TablePlace, { enrolmentId: table.enrolments['university']! }, { role: 'regulator' })),
    ],
    ['signs out', () => endSessions(table.people['university']!.id)],
  ])('whoever %s is let go in the next round', async (_, happens) => {
    const [university, chair] = [await line('university'), await line('chair')];
    expect(await rounds().round()).toBe(0);
    await happens();
    await rounds().once();
    await university.untilEnded();
    expect(chair.ended).toBe(false);
  });

  it('a facilitator who leaves the team, or sits down at the table, is let go', async () => {
    const person = await makePerson(world, { name: 'Otieno', email: `otieno-${table.id.slice(-6)}@example.org`, language: 'en' });
    await appoint(world, person, world.kenya, 'trainer');
    const listener = await Listener.of(world, team(), person);
    const lead = await Listener.of(world, team(), world.amara);
    lines.push(listener, lead);
    await rounds().once();
    expect([listener.ended, lead.ended]).toEqual([false, false]);
    await world.database.write((write) =>
      world.app.get(Chapters, { strict: false }).dismiss(write, world.kenya.id, person.id, 'trainer', true),
    );
    await rounds().once();
    await listener.untilEnded();
    expect(lead.ended).toBe(false);
  });

  it(`a person has ${MOST_OF_A_PERSON} lines at the most: the oldest is told that it is enough`, async () => {
    const all: Listener[] = [];
    for (let i = 0; i <= MOST_OF_A_PERSON; i++) all.push(await line('university'));
    await all[0]!.untilEnded();
    expect(all[0]!.heard.at(-1)!.event).toBe('enough');
    expect(all.slice(1).map(({ ended }) => ended)).toEqual(Array(MOST_OF_A_PERSON).fill(false));
  });

  it('a line on which nothing is said is kept alive', async () => {
    const university = await line('university');
    await university.until(({ heard }) => heard.length === 1);
    await rounds().once();
    world.clock.advance({ seconds: 26 });
    await rounds().once();
    await university.until(({ text }) => text.endsWith('\n:\n\n'));
    expect(university.text.match(/^:$/gm)).toHaveLength(1);
  });
});

function endSessions(personId: string): Promise<unknown> {
  return world.database.write((write) => write.remove(Session, { personId }));
}

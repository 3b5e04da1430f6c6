import type { Command } from '../../../src/simulations/engine/commands';
import { all, textOf } from '../../support/html';
import { knock } from '../../support/knock';
import { read } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WORDS = { phrase: 'simulations.chair.challenge-heard' };
const OBJECTS: Command = { do: 'raise-objection', clause: 'house', kind: 'interest', words: WORDS, length: 9, written: null, remedy: null };
const ANSWERS: Command = { do: 'answer-objection', objection: 'o1', kind: 'explains', words: WORDS, length: 9, answer: null };

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const opened = async (mode: 'live' | 'async') => {
  table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair'], mode);
  await table.enters('opening');
  await table.enters('first-round');
};
const later = (ms: number) => world.clock.set(new Date(world.clock.now().getTime() + ms));
const shown = async (as: string) => {
  const path = `${table.address}?clause=house`;
  return read(await knock(world, path, { who: table.people[as]! }), path);
};
/** The sentences of a page with a moment in them that have these words, and their moments. */
const moments = (page: Awaited<ReturnType<typeof shown>>, words: string) =>
  [...all(page.root)]
    .filter(({ tag, attributes }) => tag === 'time' && attributes['datetime'])
    .filter((time) => textOf(time).includes(words))
    .map(({ attributes }) => Date.parse(attributes['datetime']!));
const console_ = async () => {
  const path = `/cohorts/${table.cohort.id}/tables/${table.id}`;
  return read(await knock(world, path, { who: world.tomas }), path);
};

describe.each([
  ['live', 2 * MINUTE],
  ['async', 24 * HOUR],
] as const)('an objection that was answered, %s', (mode, reply) => {
  it('says until when there is time to reply, to everybody and to the facilitator, and the rules keep to it', async () => {
    await opened(mode);
    await table.does('university', OBJECTS);
    expect(moments(await shown('chair'), 'time to reply')).toEqual([]);
    await table.does('incumbent', ANSWERS);
    const until = world.clock.now().getTime() + reply;
    for (const as of ['university', 'incumbent', 'chair']) expect([as, moments(await shown(as), 'time to reply')]).toEqual([as, [until]]);
    expect(moments(await console_(), 'time to reply')).toEqual([until]);
    const ruling: Command = { do: 'rule-objection', objection: 'o1', ruling: 'in-the-rough', words: WORDS, of: null, expectVersion: 2 };
    later(reply - 1);
    await expect(table.does('chair', ruling)).rejects.toThrow();
    later(1);
    if (mode === 'live') await table.directs({ do: 'extend-phase', minutes: 9, words: null, expectPhase: 3 });
    await table.does('chair', ruling);
    expect(moments(await shown('university'), 'time to reply')).toEqual([]);
  });
});

it('a reply that has come is waited for no longer', async () => {
  await opened('async');
  await table.does('university', OBJECTS);
  await table.does('incumbent', ANSWERS);
  later(MINUTE);
  await table.does('university', { do: 'speak', words: WORDS, length: 9 });
  expect(moments(await shown('chair'), 'time to reply')).toEqual([]);
});

describe('a judgement of the chair', () => {
  const says = (level: 'open-issues' | 'no-base-of-support'): Command => ({
    do: 'publish-assessment',
    clause: 'house',
    level,
    words: WORDS,
    explanation: WORDS,
  });
  const challenges: Command = { do: 'challenge-assessment', clause: 'house', words: WORDS, length: 9 };

  it('says which round it is, until when it can be challenged, and that a challenge is answered', async () => {
    await opened('async');
    await table.enters('last-reading');
    await table.enters('call');
    await table.does('chair', says('open-issues'));
    const published = world.clock.now().getTime();
    for (const as of ['university', 'chair']) {
      const page = await shown(as);
      expect(moments(page, 'Round 1 of at most 3.')).toEqual([published + 48 * HOUR]);
    }
    expect(moments(await console_(), 'Round 1 of at most 3.')).toEqual([published + 48 * HOUR]);
    await table.does('university', challenges);
    expect((await shown('providers')).main).toContain('Round 1 of at most 3. It was challenged');
    later(HOUR);
    await table.does('chair', says('no-base-of-support'));
    expect(moments(await shown('providers'), 'Round 2 of at most 3.')).toEqual([published + 49 * HOUR]);
    const finalise: Command = { do: 'finalise-assessment', clause: 'house' };
    later(48 * HOUR - 1);
    await expect(table.does('chair', finalise)).rejects.toThrow();
    later(1);
    await table.does('chair', finalise);
    expect((await shown('providers')).main).not.toContain('of at most 3');
  });

  it('can be challenged no longer than the call lasts', async () => {
    await opened('live');
    await table.enters('last-reading');
    await table.enters('call');
    const { deadline } = (await table.log()).state.phase;
    later(MINUTE);
    await table.does('chair', says('open-issues'));
    expect(moments(await shown('university'), 'Round 1 of at most 3.')).toEqual([deadline]);
  });
});

describe('a question to the room', () => {
  it('says when it closes by itself, and while the clock stands still only how', async () => {
    await opened('live');
    await table.does('chair', { do: 'open-hum', words: WORDS, options: ['yes', 'no'] });
    await table.does('chair', { do: 'open-hands', words: WORDS, options: ['yes', 'no'] });
    const { deadline } = (await table.log()).state.phase;
    expect(moments(await shown('university'), 'It closes with this phase at the latest')).toEqual([deadline, deadline]);
    await table.directs({ do: 'pause' });
    const still = await shown('university');
    expect([moments(still, 'It closes'), still.main.includes('It closes with this phase at the latest.')]).toEqual([[], true]);
    await table.directs({ do: 'resume' });
    await table.enters('second-round');
    expect((await shown('university')).main).not.toContain('It closes with this phase');
  });
});

describe('a change of nothing but the wording', () => {
  it('says that positions stand, and how long one can object to that', async () => {
    await opened('live');
    await table.does('university', { do: 'amend', clause: 'house', terms: { board: 'council' }, words: null, expectRevision: 1 });
    await table.does('chair', { do: 'accept-amendment', amendment: 'a1', words: WORDS, expectRevision: 1, class: 'editorial' });
    const { deadline } = (await table.log()).state.phase;
    expect(moments(await shown('providers'), 'Only the wording changed')).toEqual([deadline]);
    await table.enters('last-reading');
    expect(moments(await shown('providers'), 'Only the wording changed')).toHaveLength(1);
    await table.enters('call');
    expect((await shown('providers')).main).not.toContain('Only the wording changed');
  });

  it('is not what a change of substance says', async () => {
    await opened('live');
    await table.does('university', { do: 'amend', clause: 'house', terms: { board: 'council' }, words: null, expectRevision: 1 });
    await table.does('chair', { do: 'accept-amendment', amendment: 'a1', words: WORDS, expectRevision: 1, class: 'substantive' });
    expect((await shown('providers')).main).not.toContain('Only the wording changed');
  });
});

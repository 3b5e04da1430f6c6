import { newId } from '../../src/kernel/identifier';
import type { Command } from '../../src/simulations/engine/commands';
import type { Words } from '../../src/simulations/engine/events';
import { PeopleTable } from '../simulations/together/people-table';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

const SEATS = ['incumbent', 'providers', 'regulator', 'exchange', 'university', 'chair'];
const TEXT = 'Our hall stands between all of you, and it belongs to none of you.';

/** Tables of people, each at a moment at which some of its forms have a good use; somebody looks on at the one in its first round. */
export type GroundRooms = Record<'gathering' | 'floor' | 'round' | 'call' | 'outcome' | 'over', PeopleTable>;

export async function roomsOf(world: World): Promise<GroundRooms> {
  const open = async (...phases: string[]) => through(await PeopleTable.opened(world, SEATS), phases);
  const gathering = await PeopleTable.opened(world, ['university', 'chair', 'regulator', 'exchange']);
  await gathering.seats('providers', { briefed: false });
  const floor = await open('opening');
  await floor.does('university', { do: 'join-queue', remote: false });
  const round = await open('opening', 'first-round');
  await round.seats('', { as: 'observer' });
  await negotiated(round);
  const now = world.clock.now();
  world.clock.set(new Date(now.getTime() - 5 * 60_000));
  const call = await open('opening', 'first-round', 'last-reading', 'call');
  await says(call, 'chair', (words) => ({
    do: 'publish-assessment',
    clause: 'trust',
    level: 'not-enough-engagement',
    words,
    explanation: null,
  }));
  const outcome = await open('opening', 'first-round', 'last-reading', 'call');
  for (const clause of ['house', 'traffic', 'trust'])
    await says(outcome, 'chair', (words) => ({
      do: 'publish-assessment',
      clause,
      level: 'not-enough-engagement',
      words,
      explanation: null,
    }));
  world.clock.set(now);
  await outcome.enters('outcome');
  const over = await open('opening', 'first-round');
  await negotiated(over);
  await over.directs({ do: 'close-without-outcome', words: null });
  return { gathering, floor, round, call, outcome, over };
}

async function through(table: PeopleTable, phases: string[]): Promise<PeopleTable> {
  for (const phase of phases) await table.enters(phase);
  return table;
}

async function says(table: PeopleTable, seat: string, command: (words: Words) => Command): Promise<void> {
  const ref = newId();
  await table.does(seat, command({ ref }), { text: { ref, text: TEXT } });
}

/** Something of everything: a change and an objection that wait for the chair, a hum and a show of hands, private messages. */
async function negotiated(table: PeopleTable): Promise<void> {
  await says(table, 'providers', (words) => ({ do: 'amend', clause: 'traffic', terms: { policy: 'default' }, words, expectRevision: 1 }));
  await says(table, 'incumbent', (words) => ({
    do: 'raise-objection',
    clause: 'traffic',
    kind: 'interest',
    words,
    length: 9,
    written: null,
    remedy: { slot: 'policy', options: ['open'] },
  }));
  await says(table, 'regulator', (words) => ({
    do: 'answer-objection',
    objection: 'o1',
    kind: 'explains',
    words,
    length: 9,
    answer: null,
  }));
  await says(table, 'university', (words) => ({ do: 'send-message', to: ['providers'], words }));
  await says(table, 'providers', (words) => ({ do: 'send-message', to: ['university', 'exchange'], words }));
  await says(table, 'chair', (words) => ({ do: 'open-hum', words, options: ['yes', 'no'] }));
  await says(table, 'chair', (words) => ({ do: 'open-hands', words, options: ['yes', 'no'] }));
  await table.does('incumbent', { do: 'raise-hand', hands: 'n1', option: 'no' });
  await table.does('university', { do: 'set-stance', clause: 'traffic', stance: 'support', words: null, expectRevision: 1 });
}

/** The room of people, as its seats, its chair and somebody who looks on meet it. */
export function roomPages({ rooms }: Ground): Stop[] {
  const stop = (name: string, table: PeopleTable, seat: string, address = '', more: Partial<Stop> = {}): Stop => ({
    who: table.people[seat]!,
    name: `together, ${name}`,
    address: table.address + address,
    status: 200,
    ...more,
  });
  const wrong = (name: string, table: PeopleTable, seat: string, address: string, fields: Fields, status = 422) =>
    stop(name, table, seat, address, { fields, status });
  const { gathering, floor, round, call, outcome, over } = rooms;
  return [
    stop('brief', gathering, 'providers', '/brief'),
    stop('gathering', gathering, 'university'),
    stop('gathering, chair', gathering, 'chair'),
    stop('opening, in the queue', floor, 'university'),
    stop('opening, not yet asked', floor, 'incumbent'),
    stop('opening, chair', floor, 'chair'),
    stop('round', round, 'university', '?clause=traffic'),
    stop('round, in two channels', round, 'providers'),
    stop('round, chair', round, 'chair', '?clause=traffic'),
    stop('round, looking on', round, 'observer'),
    stop('call, chair', call, 'chair', '?clause=trust'),
    stop('call', call, 'university', '?clause=trust'),
    stop('outcome, chair', outcome, 'chair'),
    stop('over', over, 'university'),
    stop('outcome document', over, 'university', '/outcome'),
    stop('record', over, 'university', '/record?page=1'),
    wrong('no note', gathering, 'university', '/notes', { text: '' }),
    wrong('message to nobody', round, 'university', '/messages', { text: TEXT }),
    wrong('no decision', round, 'chair', '/clauses/traffic/amendments/a1/decision', { text: TEXT, revision: '1' }),
    wrong('no ruling', round, 'chair', '/objections/o1/ruling', { text: TEXT, version: '2' }),
    wrong('no reason', call, 'chair', '/clauses/house/assessments', { level: 'not-enough-engagement', text: '', iteration: '0' }),
    wrong('no question', round, 'chair', '/hands', { text: '' }),
    wrong('hummed by halves', round, 'university', '/hums/h1/ballots', { yes: '3' }),
    wrong('without the floor', floor, 'incumbent', '/statements', { text: TEXT }, 409),
    wrong('the objector has time', round, 'chair', '/objections/o1/ruling', { ruling: 'in-the-rough', text: TEXT, version: '2' }, 409),
  ];
}

/** A good form for each of their routes, in an order in which all of them can be sent. */
export function roomForms({ rooms }: Ground): Example[] {
  const one = (table: PeopleTable, seat: string, address: string, fields: Fields = {}): Example => ({
    who: table.people[seat]!,
    address: table.address + address,
    fields,
  });
  const { gathering, floor, round, call, outcome } = rooms;
  return [
    one(gathering, 'university', '/notes', { text: TEXT }),
    one(gathering, 'university', '/consents', { purposes: 'channels' }),
    one(floor, 'incumbent', '/floor/queue'),
    one(floor, 'university', '/floor/queue/leaving'),
    one(floor, 'chair', '/floor/turn', { role: 'incumbent' }),
    one(floor, 'incumbent', '/floor/turn/end'),
    one(round, 'university', '/messages', { to: 'providers', text: TEXT }),
    one(round, 'chair', '/clauses/traffic/amendments/a1/decision', { decision: 'substantive', text: TEXT, revision: '1' }),
    one(round, 'chair', '/objections/o1/ruling', { ruling: 'upheld', text: TEXT, version: '2' }),
    one(round, 'university', '/hands/n1/raising', { option: 'yes' }),
    one(round, 'chair', '/hands/n1/closing'),
    one(round, 'university', '/hums/h1/ballots', { yes: '3', no: '0' }),
    one(round, 'chair', '/hums/h1/closing'),
    one(round, 'chair', '/hands', { text: TEXT }),
    one(round, 'chair', '/hums', { text: TEXT }),
    one(call, 'chair', '/clauses/house/assessments', { level: 'not-enough-engagement', text: TEXT, iteration: '0' }),
    one(call, 'chair', '/clauses/trust/finals'),
    one(outcome, 'chair', '/outcome'),
  ];
}

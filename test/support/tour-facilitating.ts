import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { Reports } from '../../src/simulations/safety/reports.service';
import { OwnTable } from '../../src/simulations/tables/own-table.guard';
import { PeopleTable } from '../simulations/together/people-table';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { LearningWorld } from './world';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];
const WRITTEN = 'What is said in this hall stays in this hall.';

/** Tables of people in the states in which their facilitator and the people at them meet the pages of this room. */
export interface GroundFacilitating {
  /** in its first round, with words, a report, a waiting word to a seat, and somebody who looks on */
  round: PeopleTable;
  gathering: PeopleTable;
  paused: PeopleTable;
  ended: PeopleTable;
  /** where somebody has the floor */
  speaking: PeopleTable;
  /** the place of whoever looks on at the table in its round */
  place: string;
  report: string;
}

export async function facilitatingOf(world: LearningWorld): Promise<GroundFacilitating> {
  const round = await PeopleTable.opened(world, SEATS);
  await round.seats('', { as: 'looker' });
  await round.enters('opening');
  await round.does('chair', { do: 'speak', words: { ref: `${round.id}` }, length: 9 }, { text: { ref: round.id, text: WRITTEN } });
  await round.enters('first-round');
  await round.does('providers', { do: 'join-queue', remote: false });
  await round.directs({ do: 'annotate', words: { phrase: 'simulations.chair.challenge-heard' } });
  await round.directs({ do: 'nudge', to: 'university', words: { phrase: 'simulations.chair.room-has-moved' } });
  const gathering = await PeopleTable.opened(world, ['chair', 'university'], 'async');
  const paused = await (await PeopleTable.opened(world, SEATS)).directs({ do: 'pause' });
  const ended = await (await PeopleTable.opened(world, SEATS)).enters('opening');
  await ended.directs({ do: 'close-without-outcome', words: null });
  const speaking = await (await PeopleTable.opened(world, SEATS)).enters('opening');
  await speaking.does('providers', { do: 'join-queue', remote: false });
  await speaking.does('chair', { do: 'give-floor', role: null });
  const { app, database, clock } = world;
  const seated = await app.get(OwnTable, { strict: false }).subject({ id: round.people['providers']!.id } as never, { table: round.id });
  const reports = app.get(Reports, { strict: false });
  await database.write((write) =>
    reports.tell(write, seated!.table, { text: 'It was not a role that spoke.', words: round.id }, clock.now()),
  );
  const [report] = await reports.ofTable(round.id);
  const place = await database.read(TablePlace).findOneByOrFail({ tableId: round.id, role: '' });
  return { round, gathering, paused, ended, speaking, place: place.id, report: report!.id };
}

const of = ({ cohort, id }: PeopleTable) => `/cohorts/${cohort.id}/tables/${id}`;

/** The facilitator's pages, and those on which somebody at a table reports something or leaves. */
export function facilitatingPages({ world: { tomas }, facilitating: { round, gathering, paused, ended, speaking } }: Ground): Stop[] {
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who: tomas, name, address, status: 200, ...more });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(name, address, { fields, status });
  const [university, looker] = [round.people['university']!, round.people['looker']!];
  const early = gathering.people['university']!;
  return [
    stop('facilitator', of(round)),
    stop('facilitator, another clause', `${of(round)}?clause=trust`),
    stop('facilitator, gathering', of(gathering)),
    stop('facilitator, paused', of(paused)),
    stop('facilitator, over', of(ended)),
    stop('facilitator, somebody speaks', of(speaking)),
    wrong('facilitator, no time', `${of(round)}/extension`, { amount: 'ten', unit: 'minutes', text: 'Because.', phase: '3' }),
    wrong('facilitator, no word', `${of(round)}/words`, { to: 'university', text: '' }),
    wrong('facilitator, no note', `${of(round)}/notes`, { text: '' }),
    wrong('facilitator, nobody chosen', `${of(round)}/roles/university/holder`, { holder: '', from: 'person' }),
    wrong('facilitator, from an old page', `${of(round)}/phase`, { to: 'first-round', phase: '1' }, 409),
    stop('log', `${of(round)}/log`),
    stop('log, private messages', `${of(round)}/log?only=messages`),
    stop('log, the team', `${of(round)}/log?only=ours`),
    stop('report', `${round.address}/report`, { who: university }),
    stop('report, of words', `${round.address}/report?words=${round.id}`, { who: university }),
    stop('report, told', `${round.address}/report`, { who: round.people['providers']! }),
    stop('report, empty', `${round.address}/report`, { who: university, fields: { text: '' }, status: 422 }),
    stop('leave', `${round.address}/leave`, { who: university }),
    stop('leave, before the talk', `${gathering.address}/leave`, { who: early }),
    stop('leave, over', `${ended.address}/leave`, { who: ended.people['university']! }),
    stop('left', `${round.address}/leave`, { who: looker }),
    stop('leave, no such seat', `${gathering.address}/leave`, { who: early, fields: { to: 'No seat' }, status: 422 }),
  ];
}

/** A good form for each of their routes. */
export function facilitatingForms({ world: { tomas }, facilitating }: Ground): Example[] {
  const { round, gathering, paused, ended, speaking, place, report } = facilitating;
  const one = (address: string, fields: Fields = {}): Example => ({ who: tomas, address, fields });
  const text = 'Two lines were down, and nobody could speak.';
  return [
    one(`${of(round)}/extension`, { amount: '10', unit: 'minutes', text, phase: '3' }),
    one(`${of(round)}/floor`, { role: 'providers' }),
    one(`${of(speaking)}/floor/ending`, { role: 'providers' }),
    one(`${of(round)}/pause`),
    one(`${of(paused)}/resumption`),
    one(`${of(round)}/news/content-cache/release`),
    one(`${of(round)}/news/cable-cut/calling-off`),
    one(`${of(round)}/words`, { to: 'university', text }),
    one(`${of(round)}/notes`, { text }),
    one(`${of(round)}/roles/exchange/holder`, { holder: place, from: 'person' }),
    one(`${of(round)}/words/${round.id}/removal`),
    one(`${of(round)}/reports/${report}/settling`),
    { who: round.people['university']!, address: `${round.address}/report`, fields: { text } },
    { who: round.people['university']!, address: `${round.address}/leave`, fields: { to: '' } },
    one(`${of(gathering)}/mode`, { mode: 'live', phase: '1' }),
    one(`${of(round)}/end`, { text, phase: '3' }),
    one(`${of(ended)}/phase`, { to: 'debrief', phase: '2' }),
  ];
}

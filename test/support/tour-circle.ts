import type { DebriefStep } from '../../src/content/scenario';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { Boards } from '../../src/simulations/debrief/circle/boards.service';
import { Circles } from '../../src/simulations/debrief/circle/circles.service';
import { PeerNotes } from '../../src/simulations/debrief/circle/peer-notes.service';
import { SimulationTable } from '../../src/simulations/tables/simulation-table.entity';
import { CohortTables } from '../../src/simulations/together/cohort-tables.service';
import { TablePlace } from '../../src/simulations/tables/table-place.entity';
import { PeopleTable } from '../simulations/together/people-table';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Three people have talked, two seats were played by scripts, and it ended without an agreement. */
export async function talkedOver(world: World, upTo: DebriefStep | null = null): Promise<PeopleTable> {
  const table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers']);
  for (const role of ['regulator', 'university', 'chair']) await table.directs({ do: 'take-seat', role, holder: { kind: 'script' } });
  for (const phase of ['opening', 'first-round']) await table.enters(phase);
  await table.does('incumbent', { do: 'join-queue', remote: false });
  if (!(await table.log()).state.floor.speaking) await table.directs({ do: 'give-floor', role: null });
  await table.does('incumbent', { do: 'speak', words: { key: 'statements.together' }, length: 12 });
  const clauseText = { ref: newId(), text: 'Small networks are harmed whenever a port costs the same for all.' };
  await table.does(
    'providers',
    {
      do: 'raise-objection',
      clause: (await table.log()).scenario.clauses[0]!.key,
      kind: 'interest',
      words: { ref: clauseText.ref },
      length: 12,
      written: null,
      remedy: null,
    },
    { text: clauseText },
  );
  await noted(world, table, 'Ask them when the silence began.');
  await table.directs({ do: 'close-without-outcome', words: null });
  if (upTo) await opened(world, table, upTo);
  return table;
}

/** Its facilitator notes something for the debrief. */
async function noted({ app, database, clock, amara }: World, table: PeopleTable, text: string): Promise<void> {
  const ref = newId();
  const act = { id: newId(), command: { do: 'annotate' as const, words: { ref } }, text: { ref, text } };
  const tables = app.get(CohortTables, { strict: false });
  await database.write((write) => tables.direct(write, table.id, 'facilitator', act, amara.id, clock.now()));
}

export async function opened(world: World, table: PeopleTable, upTo: DebriefStep): Promise<void> {
  const { app, database, clock, amara } = world;
  const circles = app.get(Circles, { strict: false });
  const row = await database.read(SimulationTable).findOneByOrFail({ id: table.id });
  const { version = 0 } = (await circles.of(table.id)) ?? {};
  await database.write((write) => circles.open(write, row, upTo, version, amara.id, clock.now()));
}

/** A table that waits for its debrief, and one that is in the midst of it. */
export interface GroundCircle {
  waiting: PeopleTable;
  looking: PeopleTable;
  /** notes on the board: of the network, of the exchange point */
  notes: [string, string];
  /** to the network: one to report, and one that is reported */
  words: [string, string];
  /** the place of the small providers */
  place: string;
}

export async function circleOf(world: World): Promise<GroundCircle> {
  const { app, database, clock } = world;
  const [waiting, looking] = [await talkedOver(world), await talkedOver(world, 'application')];
  const [boards, peers] = [app.get(Boards, { strict: false }), app.get(PeerNotes, { strict: false })];
  const id = (as: string) => looking.people[as]!.id;
  const tableId = looking.id;
  await database.write(async (write) => {
    await boards.pin(write, tableId, id('incumbent'), 'plus', 'We asked before we proposed.', clock.now());
    await boards.pin(write, tableId, id('exchange'), 'delta', 'Speak about the islands earlier.', clock.now());
    for (const author of ['exchange', 'providers'])
      await peers.write(
        write,
        { tableId, authorId: id(author), role: 'incumbent' },
        { helped: `${author} says: you asked.` },
        0,
        clock.now(),
      );
  });
  const notes = await boards.of(tableId);
  const words = await peers.to(tableId, 'incumbent');
  await database.write((write) => peers.report(write, tableId, words[1]!.id, 'incumbent', clock.now()));
  const place = await database.read(TablePlace).findOneByOrFail({ tableId, role: 'providers' });
  return { waiting, looking, notes: [notes[0]!.id, notes[1]!.id], words: [words[0]!.id, words[1]!.id], place: place.id };
}

interface CircleGround {
  world: World;
  circle: GroundCircle;
}

const teamAddress = (table: PeopleTable) => `/cohorts/${table.cohort.id}/tables/${table.id}/debrief`;
const STEPS = ['reactions', 'description', 'analysis', 'application'];
const SHEETS = ['timeline', 'board', 'briefs', 'peers', 'rating', 'paper', 'data.json'];

/** The pages of a debrief with others, for those who took part and for the team that leads it. */
export function circlePages({ world, circle: { waiting, looking, place } }: CircleGround): Stop[] {
  const own = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who: looking.people['incumbent']!,
    name: `looking back, ${name}`,
    address: `${looking.address}/debrief/${address}`,
    status: 200,
    ...more,
  });
  const team = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who: world.amara,
    name: `leading a debrief${name && ', '}${name}`,
    address: `${teamAddress(looking)}${address}`,
    status: 200,
    ...more,
  });
  const wrong = (fields: Fields, status = 422): Partial<Stop> => ({ fields, status });
  return [
    own('waiting', '', { who: waiting.people['incumbent']!, address: `${waiting.address}/debrief/reactions` }),
    ...STEPS.map((step) => own(step, step)),
    ...SHEETS.map((sheet) => own(sheet, sheet)),
    own('only what was opened', 'timeline?layer=opened'),
    own('an empty note', 'board', wrong({ kind: 'plus', text: '' })),
    own('nothing written', 'peers/providers', wrong({ 'answers.helped': '', version: '0' })),
    own('from an old page', 'rating', wrong({ 'levels.safety': '3', version: '9' }, 409)),
    team('', ''),
    team('not begun', '', { address: teamAddress(waiting) }),
    team('rubric', `/rubric/${place}`),
    team('rating', '/rating'),
    team('paper', '/paper'),
    team('data', '/data.json'),
    team('comment too long', `/rubric/${place}`, wrong({ 'levels.listening': '2', comment: 'x'.repeat(2001), version: '0' })),
    team('open already', '/steps', wrong({ step: 'reactions', version: '1' }, 409)),
  ];
}

/** A good form for each of their routes. */
export function circleForms({ world, circle: { waiting, looking, notes, words, place } }: CircleGround): Example[] {
  const who: Person = looking.people['incumbent']!;
  const own = (address: string, fields: Fields = {}): Example => ({ who, address: `${looking.address}/debrief/${address}`, fields });
  const team = (table: PeopleTable, address: string, fields: Fields = {}): Example => ({
    who: world.amara,
    address: `${teamAddress(table)}/${address}`,
    fields,
  });
  return [
    own('board', { kind: 'plus', text: 'We listened to the small ones.' }),
    own(`board/${notes[0]}/removal`),
    own('peers/providers', { 'answers.helped': 'You drew the map.', version: '0' }),
    own(`peers/notes/${words[0]}/report`),
    own('rating', { 'levels.safety': '6', version: '0' }),
    own('channels', { agreed: 'yes' }),
    team(waiting, 'steps', { step: 'reactions', version: '0' }),
    team(looking, `board/${notes[1]}/removal`),
    team(looking, `reported/${words[1]}/removal`),
    team(looking, `rubric/${place}`, { 'levels.listening': '2', comment: 'Calm.', version: '0' }),
    team(looking, 'rating', { 'levels.safety': '5', comment: '', version: '0' }),
  ];
}

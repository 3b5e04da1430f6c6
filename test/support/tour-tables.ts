import type { Person } from '../../src/people/person.entity';
import { Seat } from '../simulations/seat';
import { openPractice, practice } from './practice';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import { enrol, makePerson, openCohort, type World } from './world';

/** How often one has gone on before the moment for which a table stands. */
const WAYS = { opening: 0, round: 1, text: 1, asking: 1, reading: 3, call: 4, outcome: 5, ending: 1, debrief: 6, finished: 6 };

/** Akinyi sits at a table in every state there is; Wafula has one of his own, which is none of hers. */
export interface GroundTables {
  akinyi: Person;
  wafula: Person;
  enrolment: string;
  locked: string;
  at: Record<keyof typeof WAYS | 'brief', string>;
  others: string;
  /** what Akinyi has written at the table of the round */
  words: string;
}

export async function tablesOf(world: World): Promise<GroundTables> {
  const person = (name: string, word: string) => makePerson(world, { name, email: `${word}@example.org`, language: 'en' });
  const [akinyi, wafula] = [await person('Akinyi Odera', 'akinyi'), await person('Wafula Barasa', 'wafula')];
  const cohort = await openPractice(world);
  const enrolment = await enrol(world, akinyi, cohort);
  const locked = await enrol(world, akinyi, await openCohort(world, world.kenya, { name: 'At the table', programme: 'the-table' }));
  const at = { brief: (await Seat.opened(world, akinyi, 'clinic', practice(enrolment, 'brief'))).address } as GroundTables['at'];
  for (const [step, times] of Object.entries(WAYS) as [keyof typeof WAYS, number][]) {
    const seat = await Seat.taken(world, akinyi, 'clinic', practice(enrolment, step));
    if (step === 'debrief' || step === 'round') await seat.says('At night there are two nurses and one line.');
    await seat.goesOn(times);
    if (step === 'finished') await seat.does({ do: 'finish-debrief' });
    at[step] = seat.address;
  }
  const others = await Seat.taken(world, wafula, 'school', practice(await enrol(world, wafula, cohort), 'start'));
  const [text] = await world.database.rows<{ id: string }>('SELECT "id" FROM "table_texts" WHERE "tableId" = ?', [at.round.split('/')[2]!]);
  return { akinyi, wafula, enrolment, locked, at, others: others.id, words: `${at.round}/words/${text!.id}` };
}

const DEBRIEF = ['reactions', 'description', 'analysis', 'application'];

/** The pages of simulations, in the states that they have. */
export function tablePages({ tables: { akinyi: who, enrolment, locked, at } }: Ground): Stop[] {
  const stop = (name: string, address: string, more: Partial<Stop> = {}): Stop => ({ who, name, address, status: 200, ...more });
  const wrong = (name: string, address: string, fields: Fields, status = 422) => stop(name, address, { fields, status });
  const start = (step: string) => `/simulations/${enrolment}/practice/${step}`;
  return [
    stop('learning, at tables', '/learning'),
    stop('simulation', start('start')),
    stop('simulation, open', start('round')),
    stop('simulation, in its debrief', start('debrief')),
    stop('simulation, finished', start('finished')),
    stop('simulation, locked', `/simulations/${locked}/at-the-table/exchange-point-peering`),
    wrong('simulation, no seat', `${start('start')}/tables`, { role: '' }),
    wrong(
      'simulation, locked, opened all the same',
      `/simulations/${locked}/at-the-table/exchange-point-peering/tables`,
      { role: 'university' },
      409,
    ),
    stop('brief', `${at.brief}/brief`),
    stop('brief, read', `${at.round}/brief`),
    ...(['opening', 'round', 'reading', 'call', 'outcome', 'debrief', 'finished'] as const).map((state) =>
      stop(`room, ${state}`, at[state]),
    ),
    ...['hours', 'costs', 'review'].map((clause) => stop(`room, ${clause}`, `${at.round}?clause=${clause}`)),
    wrong('room, nothing said', `${at.opening}/statements`, { text: '' }),
    wrong('room, nothing changed', `${at.text}/clauses/hours/amendments`, { 'terms.length': 'whole-day', text: 'Because.', revision: '1' }),
    wrong('room, no stance', `${at.round}/clauses/hours/stances`, { stance: '', text: '', revision: '1' }),
    wrong('room, objection too short', `${at.round}/clauses/hours/objections`, {
      kind: 'rights',
      text: 'Too short',
      remedy: 'length:night',
    }),
    wrong('room, answer too short', `${at.round}/objections/o1/answers`, { text: 'No' }),
    wrong('room, empty package', `${at.round}/packages`, { text: 'All of it.', number: '1' }),
    wrong('room, challenge too short', `${at.call}/clauses/hours/challenges`, { text: 'No' }),
    wrong('room, minority too short', `${at.outcome}/clauses/hours/minority`, { text: 'No' }),
    wrong('room, not in this phase', `${at.opening}/call`, {}, 409),
    wrong(
      'room, an old revision',
      `${at.text}/clauses/hours/amendments`,
      { 'terms.length': 'night', text: 'Because.', revision: '9' },
      409,
    ),
    stop('record', `${at.debrief}/record`),
    stop('record, with own words', `${at.round}/record`),
    stop('record, first page', `${at.debrief}/record?page=1`),
    ...DEBRIEF.map((step) => stop(`debrief, ${step}`, `${at.debrief}/debrief/${step}`)),
    ...DEBRIEF.map((step) => stop(`debrief, ${step}, finished`, `${at.finished}/debrief/${step}`)),
    stop('role, opened', `${at.debrief}/debrief/roles/shops`),
    wrong('debrief, no commitment', `${at.debrief}/debrief/application`, { 'answers.your-street': 'Nobody.', version: '0' }),
    wrong('debrief, from an old page', `${at.debrief}/debrief/reactions`, { 'answers.first-feeling': 'Quiet.', version: '9' }, 409),
  ];
}

/** A good form for each of their routes. */
export function tableForms({ tables: { akinyi: who, enrolment, at, words } }: Ground): Example[] {
  const one = (address: string, fields: Fields = {}): Example => ({ who, address, fields });
  const text = 'The night shift is harmed whenever nobody tells it.';
  return [
    one(`/simulations/${enrolment}/practice/start/tables`, { role: 'clinic' }),
    one(`${at.brief}/brief`),
    one(`${at.opening}/statements`, { text }),
    one(`${at.opening}/phase`, { phase: '2' }),
    one(`${at.round}/objections/o1/answers`, { argument: 'cash-box', text: '' }),
    one(`${at.round}/objections/o2/joining`),
    one(`${words}/erasure`),
    one(`${at.round}/packages/p1/answers`, { accepts: 'no' }),
    one(`${at.round}/clauses/costs/stances`, { stance: 'live-with', text, revision: '1' }),
    one(`${at.round}/clauses/hours/amendments/a1/seconds`),
    one(`${at.text}/clauses/hours/amendments`, { 'terms.length': 'night', 'terms.notice': 'none', text, revision: '1' }),
    one(`${at.text}/clauses/costs/objections`, { kind: 'rights', text, remedy: 'payer:members' }),
    one(`${at.text}/objections/o3/withdrawal`),
    one(`${at.text}/packages`, { 'terms.length': 'hour', 'terms.payer': 'members', text, number: '1' }),
    one(`${at.text}/clauses/review/tabling`),
    one(`${at.asking}/call`),
    one(`${at.call}/clauses/hours/challenges`, { text }),
    one(`${at.outcome}/clauses/hours/minority`, { text }),
    one(`${at.ending}/end`, { text }),
    one(`${at.debrief}/debrief/reactions`, { 'answers.first-feeling': text, version: '0' }),
    one(`${at.debrief}/debrief/application`, { 'answers.commitment': text, version: '1' }),
  ];
}

import type { Person } from '../../src/people/person.entity';
import { Seat } from '../simulations/seat';
import { PlainHands } from './hands';
import type { Sheet } from './trainee-pages';
import { as } from './visitor';
import { enrol, makePerson, openCohort, type World } from './world';

const STEP = { module: 'at-the-table', step: 'exchange-point-peering' };

/** The pages of a table for one, as somebody meets them who takes the universities' seat in the exchange game. */
export async function tableSheets(world: World, sheet: (who: Person, name: string, address: string) => Sheet): Promise<Sheet[]> {
  const akinyi = await makePerson(world, { name: 'Akinyi Odera', email: 'akinyi@example.org', language: 'en' });
  const study = async () => enrol(world, akinyi, await openCohort(world, world.kenya, { name: 'At the table', programme: 'the-table' }));
  const seat = async (phases: number) =>
    (await Seat.taken(world, akinyi, 'university', { enrolment: await study(), ...STEP })).goesOn(phases);
  const [open, locked] = [await study(), await study()];
  const hands = new PlainHands(as(world, akinyi));
  await hands.goTo(`/lessons/${open}/at-the-table/before-you-take-a-seat`);
  await hands.press(/^I have read this/);
  const brief = await Seat.opened(world, akinyi, 'university', { enrolment: await study(), ...STEP });
  const [opening, round, call, ended] = [await seat(0), await seat(2), await seat(5), await seat(7)];
  await round.says('Our hall stands between all of you, and it belongs to none of you.');
  const step = `at-the-table/${STEP.step}`;
  const debrief = `${ended.address}/debrief`;
  return [
    sheet(akinyi, 'simulation', `/simulations/${open}/${step}`),
    sheet(akinyi, 'simulation, locked', `/simulations/${locked}/${step}`),
    sheet(akinyi, 'brief', `${brief.address}/brief`),
    sheet(akinyi, 'room, opening', opening.address),
    sheet(akinyi, 'room, second round', `${round.address}?clause=traffic`),
    sheet(akinyi, 'room, call', call.address),
    sheet(akinyi, 'room, over', ended.address),
    sheet(akinyi, 'record', `${ended.address}/record?page=1`),
    ...['reactions', 'description', 'analysis', 'application'].map((name) => sheet(akinyi, `debrief, ${name}`, `${debrief}/${name}`)),
    sheet(akinyi, 'role', `${debrief}/roles/incumbent`),
  ];
}

import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { post } from '../../support/knock';
import { openPractice, practice } from '../../support/practice';
import { enrol, type World } from '../../support/world';
import { Seat } from '../../simulations/seat';

/** A table at which somebody met an objection of the shops from the clinic's seat, and which they have looked back at. */
export async function practisedTable(world: World, person: Person, name = 'Practice with badges'): Promise<Seat> {
  const cohort = await openPractice(world, name);
  const seat = await Seat.taken(world, person, 'clinic', practice(await enrol(world, person, cohort), 'round'));
  await seat.goesOn(1);
  const send = (address: string, fields: Record<string, string>) =>
    post(world, address, person, new URLSearchParams({ form: newId(), ...fields }).toString());
  await send(`${seat.address}/objections/o1/answers`, { argument: 'cash-box', text: '' });
  await seat.goesOn(5);
  await seat.does({ do: 'finish-debrief' });
  return seat;
}

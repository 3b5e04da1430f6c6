import type { MakeSheet } from './lead-sheets';
import { hoursOf } from './tour-hours';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** Tables that go on by letters: what a link in a letter shows, and what their team chooses. */
export async function hoursSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { digest, looking, page, live } = await hoursOf(world);
  return [
    sheet(null, 'table, read by link', digest),
    sheet(null, 'table, read by link, stopped', looking),
    sheet(world.tomas, 'time of a table', page),
    sheet(world.tomas, 'time of a live table', live),
  ];
}

import type { Person } from '../../src/people/person.entity';
import { circleOf, circlePages } from './tour-circle';
import type { Sheet } from './trainee-pages';
import type { World } from './world';

/** The pages of a debrief with others: of somebody who took part, and of the lead who opens its steps. */
export async function circleSheets(world: World, sheet: (who: Person, name: string, address: string) => Sheet): Promise<Sheet[]> {
  const circle = await circleOf(world);
  return circlePages({ world, circle })
    .filter(({ fields, address }) => !fields && !address.endsWith('.json'))
    .map(({ who, name, address }) => sheet(who!, name, address));
}

import type { MakeSheet } from './lead-sheets';
import { draftIn } from '../simulations/writing/drafts';
import { trialOf } from './tour-trial';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** The pages on which a trainer looks at a draft from its seats, and lets scripts play it. */
export async function trialSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { tomas } = world;
  const { whole, broken } = await trialOf(world);
  const large = await draftIn(world, world.kenya, 'iana-stewardship');
  return [
    sheet(tomas, 'draft, as somebody who looks on sees it', `${large.address}/preview`),
    sheet(tomas, 'draft, as a seat sees it', `${whole}/preview/shop`),
    sheet(tomas, 'draft, to be played by scripts', `${whole}/trial`),
    sheet(tomas, 'draft, played by scripts', `${whole}/trial?edition=1`),
    sheet(tomas, 'draft, with errors and not played', `${broken}/trial`),
    sheet(tomas, 'draft, the record of what scripts played', `${whole}/trial/record?edition=1`),
  ];
}

import { draftIn } from '../simulations/writing/drafts';
import type { MakeSheet } from './lead-sheets';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** The pages on which the parts of a role-play are written that stand in lists, and its long texts. */
export async function scenarioPartSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { tomas } = world;
  const { address: draft } = await draftIn(world, world.kenya);
  const { address: other } = await draftIn(world, world.kenya, 'shutdowns-national-igf');
  return [
    sheet(tomas, 'phases of a role-play', `${draft}/phases`),
    sheet(tomas, 'a phase', `${draft}/phases/opening`),
    sheet(tomas, 'announcements of a role-play', `${draft}/events`),
    sheet(tomas, 'an announcement that waits', `${draft}/events/content-cache`),
    sheet(tomas, 'an announcement that waits for more than rows say', `${other}/events/mobile-only`),
    sheet(tomas, 'an announcement, taking it out', `${draft}/events/paid-peering/removal`),
    sheet(tomas, 'an objection', `${draft}/objections/one-judge`),
    sheet(tomas, 'sources of a role-play', `${draft}/sources`),
    sheet(tomas, 'the situation of a role-play', `${draft}/texts/setting`),
  ];
}

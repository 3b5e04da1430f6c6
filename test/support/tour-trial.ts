import type { Ground } from './tour';
import type { Stop } from './tour-pages';
import { Trials } from '../../src/simulations/writing/trying/trials.service';
import { draftIn, keptAt } from '../simulations/writing/drafts';
import { draftOfMast } from '../simulations/writing/mast';
import type { World } from './world';

/** Addresses of two drafts of the chapter: one that scripts can play, and one with something wrong in it. */
export interface GroundTrial {
  whole: string;
  broken: string;
}

export async function trialOf(world: World): Promise<GroundTrial> {
  const made = async (draft: ReturnType<typeof draftOfMast>) =>
    (await draftIn(world, world.kenya, 'exchange-point-peering', () => draft)).address;
  const whole = await made(draftOfMast());
  const { id, version: edition, structure } = await keptAt(world, world.kenya, whole);
  await world.app.get(Trials, { strict: false }).of({ id, edition }, structure)!.over; // a page waits three seconds for it, and may say that it goes on
  return {
    whole,
    broken: await made(
      draftOfMast((structure, texts) => {
        delete texts['roles.shop.brief'];
        structure.players.min = 7;
      }),
    ),
  };
}

/** A draft from every seat, and played by scripts. */
export function trialPages({ world: { tomas }, trial: { whole, broken } }: Ground): Stop[] {
  const stop = (name: string, address: string): Stop => ({ who: tomas, name, address, status: 200 });
  return [
    stop('draft, as somebody who looks on sees it', `${whole}/preview`),
    stop('draft, as a seat sees it', `${whole}/preview/shop`),
    stop('draft, as the chair sees it, with a brief missing elsewhere', `${broken}/preview/chair`),
    stop('draft, to be played by scripts', `${whole}/trial`),
    stop('draft, played by scripts', `${whole}/trial?edition=1`),
    stop('draft, with errors and not played', `${broken}/trial`),
    stop('draft, the record of what scripts played', `${whole}/trial/record?edition=1`),
  ];
}

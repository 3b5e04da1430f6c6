import { CHAPTER_SCENARIO } from '../../src/content/structures';
import type { MakeSheet } from './lead-sheets';
import { writingOf } from './tour-writing';
import type { Sheet } from './trainee-pages';
import type { World } from './world';

/** The pages on which a chapter writes role-plays, and where a cohort meets them. */
export async function writingSheets(world: World, sheet: MakeSheet): Promise<Sheet[]> {
  const { tomas } = world;
  const { published, draft, cohort, nafula, enrolment } = await writingOf(world);
  const list = '/chapters/kenya/scenarios';
  return [
    sheet(tomas, 'role-plays of the chapter', list),
    sheet(tomas, 'role-play, published', `${list}/${published}`),
    sheet(tomas, 'role-play, a draft with gaps', `${list}/${draft}`),
    sheet(tomas, 'role-play, title and settings', `${list}/${draft}/basics`),
    sheet(tomas, 'role-play, as files', `${list}/${draft}/folder`),
    sheet(tomas, 'tables of a cohort with a role-play of the chapter', `/cohorts/${cohort}/tables`),
    sheet(nafula, 'learning, with a role-play of the chapter', '/learning'),
    sheet(nafula, 'role-play of the chapter', `/simulations/${enrolment}/${CHAPTER_SCENARIO}/${published}`),
  ];
}

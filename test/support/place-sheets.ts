import type { MakeSheet } from './lead-sheets';
import type { Sheet } from './trainee-pages';
import { placesOf } from './tour-places';
import type { LearningWorld } from './world';

/** Cohorts that are prepared or put away, lines in front of full ones, and people who come and go. */
export async function placeSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { amara } = world;
  const { draft, draftLink, archived, finished, cohort, full, wekesa, simiyu, nekesa, khaemba, studies } = await placesOf(world);
  return [
    sheet(amara, 'draft', `/cohorts/${draft}`),
    sheet(amara, 'archived cohorts', '/chapters/kenya/cohorts/archived'),
    sheet(amara, 'archived cohort', `/cohorts/${archived}`),
    sheet(amara, 'settings, finished', `/cohorts/${finished}/settings`),
    sheet(amara, 'waiting list', `/cohorts/${full.cohort}/waiting`),
    sheet(amara, 'who has left', `/cohorts/${cohort}/waiting`),
    sheet(amara, 'move or take out', `/cohorts/${cohort}/people/${studies.wafubwa}/move`),
    sheet(amara, 'taken out', `/cohorts/${cohort}/people/${studies.masika}`),
    sheet(null, 'join, not open', draftLink),
    sheet(simiyu, 'join, full, signed in', full.link),
    sheet(wekesa, 'waiting', '/waiting'),
    sheet(nekesa, 'leaving', `/learning/${studies.nekesa}/leaving`),
    sheet(khaemba, 'learning, left', '/learning'),
    sheet(khaemba, 'record of a cohort that was left', `/learning/${studies.khaemba}/record`),
  ];
}

import type { MakeSheet } from './lead-sheets';
import { facilitatingOf } from './tour-facilitating';
import type { Sheet } from './trainee-pages';
import type { LearningWorld } from './world';

/** The page from which a table is guided, and those on which somebody at it reports something or leaves. */
export async function facilitatingSheets(world: LearningWorld, sheet: MakeSheet): Promise<Sheet[]> {
  const { round, gathering, ended } = await facilitatingOf(world);
  const [university, looker] = [round.people['university']!, round.people['looker']!];
  const of = ({ cohort, id }: typeof round) => `/cohorts/${cohort.id}/tables/${id}`;
  return [
    sheet(world.amara, 'facilitator', of(round)),
    sheet(world.amara, 'facilitator, gathering', of(gathering)),
    sheet(world.amara, 'facilitator, over', of(ended)),
    sheet(world.amara, 'log', `${of(round)}/log`),
    sheet(university, 'report', `${round.address}/report`),
    sheet(university, 'leave', `${round.address}/leave`),
    sheet(looker, 'left', `${round.address}/leave`),
  ];
}

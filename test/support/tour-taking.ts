import { newId } from '../../src/kernel/identifier';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import type { LearningWorld } from './world';

export interface GroundTaking {
  /** Zuri's third try, which was never handed in. */
  abandoned: string;
}

export async function takingOf({ database }: LearningWorld, taken: string): Promise<GroundTaking> {
  const before = await database.read(Attempt).findOneByOrFail({ id: taken });
  const abandoned = newId();
  const { enrolmentId, personId, quizVersionId, module, step, startedAt, handedInAt } = before;
  const place = { enrolmentId, personId, quizVersionId, module, step };
  await database.write((write) =>
    write.insert(Attempt, { id: abandoned, ...place, number: 3, startedAt, endsAt: handedInAt, abandonedAt: handedInAt }),
  );
  return { abandoned };
}

export function takingPages({ world: { baraka, amara, cohort }, zuri, studies, attempts, taking }: Ground): Stop[] {
  const own = `/cohorts/${cohort.id}/people/${studies.zuri}/tries`;
  return [
    { who: baraka, name: 'hand in, asked once more', address: `/attempts/${attempts.open}/hand-in`, status: 200 },
    { who: zuri, name: 'result, never handed in', address: `/attempts/${taking.abandoned}/result`, status: 200 },
    { who: amara, name: 'try, never handed in', address: `${own}/${taking.abandoned}`, status: 200 },
  ];
}

export function takingForms({ world: { amara, cohort }, studies, taking }: Ground): Example[] {
  return [{ who: amara, address: `/cohorts/${cohort.id}/people/${studies.zuri}/tries/${taking.abandoned}/reopening`, fields: {} }];
}

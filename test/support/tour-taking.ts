import { newId } from '../../src/kernel/identifier';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { LateAnswer } from '../../src/quizzes/attempts/late-answer.entity';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import type { LearningWorld } from './world';

export interface GroundTaking {
  /** Zuri's third try, which was never handed in. */
  abandoned: string;
  /** A try of hers with an answer that came after its end. */
  late: string;
}

export async function takingOf({ database }: LearningWorld, taken: string): Promise<GroundTaking> {
  const before = await database.read(Attempt).findOneByOrFail({ id: taken });
  const abandoned = newId();
  const { enrolmentId, personId, quizVersionId, module, step, startedAt, handedInAt } = before;
  const place = { enrolmentId, personId, quizVersionId, module, step };
  await database.write((write) =>
    write.insert(Attempt, { id: abandoned, ...place, number: 3, startedAt, endsAt: handedInAt, abandonedAt: handedInAt }),
  );
  const late = {
    question: 'appeal-months',
    given: { type: 'number' as const, typed: '2' },
    certainty: null,
    language: null,
    page: newId(),
    turn: 0,
  };
  const arrivedAt = new Date(handedInAt!.getTime() + 100_000);
  await database.write(async (write) => {
    for (const attemptId of [abandoned, taken])
      await write.insert(LateAnswer, { id: newId(), attemptId, ...late, arrivedAt, countedAt: null, instead: null });
  });
  return { abandoned, late: taken };
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
  const own = `/cohorts/${cohort.id}/people/${studies.zuri}/tries`;
  return [
    { who: amara, address: `${own}/${taking.abandoned}/reopening`, fields: {} },
    { who: amara, address: `${own}/${taking.late}/late/appeal-months`, fields: {} },
  ];
}

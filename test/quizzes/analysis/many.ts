import { newId } from '../../../src/kernel/identifier';
import type { Language } from '../../../src/kernel/language';
import { seeded } from '../../../src/kernel/random';
import { Enrolment } from '../../../src/cohorts/enrolment/enrolment.entity';
import { Person } from '../../../src/people/person.entity';
import { Answer } from '../../../src/quizzes/attempts/answer.entity';
import { Attempt } from '../../../src/quizzes/attempts/attempt.entity';
import type { Given } from '../../../src/quizzes/questions/given';
import type { TestApp } from '../../support/app';

/** Somebody's way through a quiz that is written straight into the database: fractions and answers by question. */
export interface Way {
  marks: Record<string, number | null>;
  givens: Record<string, Given>;
  /** in which it was begun; null where nobody wrote that down */
  language?: Language | null;
  /** in which single questions were answered, where it is another one */
  languages?: Record<string, Language>;
}

export interface Into {
  cohortId: string;
  versionId: string;
  module: string;
  step: string;
  /** points by question */
  points: Record<string, number>;
  passMark: number;
}

/** People who took a quiz, each in their own way. Returns their ids. */
export async function handedIn({ database, clock }: TestApp, into: Into, ways: readonly Way[]): Promise<string[]> {
  const now = clock.now();
  const most = Object.values(into.points).reduce((sum, one) => sum + one, 0);
  const ids = ways.map(() => newId());
  await database.write(async (write) => {
    for (const [index, { marks, givens, language = 'en', languages = {} }] of ways.entries()) {
      const personId = ids[index]!;
      const [enrolmentId, id] = [newId(), newId()];
      const email = `many-${personId}@example.org`;
      const person = { id: personId, name: `Number ${index}`, email, emailKey: email, passwordHash: '-', language, zone: null };
      await write.insert(Person, { ...person, createdAt: now, emailVerifiedAt: now });
      await write.insert(Enrolment, { id: enrolmentId, cohortId: into.cohortId, personId, state: 'active', joinedAt: now });
      const waits = Object.values(marks).includes(null);
      const reached = Object.entries(marks).reduce((sum, [key, mark]) => sum + (mark ?? 0) * into.points[key]!, 0);
      const done = { points: waits ? null : Math.floor(reached * 100), most: most * 100, share: waits ? null : reached / most };
      await write.insert(Attempt, {
        ...{ id, enrolmentId, personId, quizVersionId: into.versionId, module: into.module, step: into.step, number: 1 },
        ...{ startedAt: now, endsAt: null, handedInAt: now, language, marks, ...done },
        passed: waits ? null : (100 * reached) / most >= into.passMark,
      });
      const rows = Object.entries(givens).map(([question, given]) => ({
        attemptId: id,
        question,
        given,
        sequence: 1,
        page: newId(),
        savedAt: now,
        language: languages[question] ?? language,
      }));
      if (rows.length) await write.insert(Answer, rows);
    }
  });
  return ids;
}

/** Ability from −2 to 2, most people near the middle. */
export function abilityOf(seed: string): { ability: number; chance: () => number } {
  const chance = seeded(seed);
  return { ability: chance() + chance() + chance() + chance() - 2, chance };
}

export const knows = (ability: number, chance: () => number): boolean => chance() < 1 / (1 + Math.exp(-2.5 * ability - 0.5));

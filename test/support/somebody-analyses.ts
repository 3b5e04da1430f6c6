import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { Attempt } from '../../src/quizzes/attempts/attempt.entity';
import { LateAnswer } from '../../src/quizzes/attempts/late-answer.entity';
import { LookAgain } from '../../src/quizzes/attempts/look-again.entity';
import { QuestionCorrection } from '../../src/quizzes/corrections/question-correction.entity';
import { EssayMark } from '../../src/quizzes/marking/essay-mark.entity';
import { RecallCard } from '../../src/quizzes/remembering/recall-card.entity';
import { RecallWish } from '../../src/quizzes/remembering/recall-wish.entity';
import { CertificateBatch } from '../../src/certificates/issuing/certificate-batch.entity';
import type { LearningWorld } from './world';

/** A text of hers is marked, she marks and corrects, issues certificates, and wants to be reminded. */
export async function analyses({ database, clock, kenya, amara, cohort }: LearningWorld, neema: Person): Promise<void> {
  const at = clock.now();
  const [attempt] = await database.read(Attempt).findBy({ personId: neema.id });
  const { id: attemptId, enrolmentId, quizVersionId } = attempt!;
  await database.write(async (write) => {
    const mark = { attemptId, points: { whole: 2 }, share: 0.5, at };
    await write.insert(EssayMark, {
      id: newId(),
      ...mark,
      question: 'reasons',
      comment: 'A qurixel-reason is missing.',
      markerId: amara.id,
    });
    await write.insert(EssayMark, { id: newId(), ...mark, question: 'ways', comment: '', markerId: neema.id });
    const structure = { key: 'q', type: 'true-false' as const, points: 1, read: null, right: true };
    const correction = { quizSlug: 'rough-consensus', questionHash: '0'.repeat(64), structure, texts: {}, policy: 'later-only' as const };
    await write.insert(QuestionCorrection, {
      id: newId(),
      ...correction,
      chapterId: kenya.id,
      reason: 'RFC 7282',
      byId: neema.id,
      at,
      regradedAt: at,
    });
    const late = { given: { type: 'number' as const, typed: '2' }, certainty: null, language: null, page: newId(), turn: 0, arrivedAt: at };
    await write.insert(LateAnswer, { id: newId(), attemptId, question: 'appeal-months', ...late, countedAt: null, instead: null });
    await write.insert(LookAgain, { attemptId, question: 'unanswered', at });
    await write.insert(CertificateBatch, { id: newId(), cohortId: cohort.id, byId: neema.id, people: 3, startedAt: at, endedAt: at });
    await write.insert(RecallWish, { personId: neema.id, since: at });
    const memory = { stability: 1, difficulty: 5, dueAt: at, lastAt: at, reps: 0, lapses: 0, given: null };
    const card = { personId: neema.id, enrolmentId, quizVersionId, quizSlug: 'rough-consensus', question: 'unanswered' };
    await write.insert(RecallCard, { id: newId(), ...card, ...memory });
  });
}

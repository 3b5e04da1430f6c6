import { type Words, spoken } from '../../content/translation';
import { answerRows } from '../../quizzes/attempts/answer-rows';
import type { Attempt } from '../../quizzes/attempts/attempt.entity';
import { newId } from '../../kernel/identifier';
import type { Quiz } from '../../quizzes/questions/question';
import type { Reviewed } from '../../quizzes/questions/review';
import type { OwnPerson } from './person-of-cohort.guard';
import { type Late, lateRows } from './late.view';
import { personAddress } from './person.view';
import { shareOf } from './steps.view';

/** views/oversight/try.hbs: one try of a quiz, their answers beside the right ones, the mistakes first. */
export function tryPage(
  { cohort, person, study }: OwnPerson,
  attempt: Attempt,
  { quiz, words, reviewed, late }: { quiz: Quiz; words: Words; reviewed: Reviewed[]; late: Late },
) {
  const address = `${personAddress(cohort.id, study.enrolmentId)}/tries/${attempt.id}`;
  return {
    name: person.name,
    personAddress: personAddress(cohort.id, study.enrolmentId),
    cohort: { name: cohort.name, address: `/cohorts/${cohort.id}` },
    title: spoken(words.text('title')),
    number: attempt.number,
    handedInAt: attempt.handedInAt,
    abandonedAt: attempt.abandonedAt,
    provisional: attempt.handedInAt !== null && attempt.share === null,
    formId: newId(),
    reopenAddress: `${address}/reopening`,
    late: lateRows(attempt, address, late),
    passed: Boolean(attempt.passed),
    points: (attempt.points ?? 0) / 100,
    most: (attempt.most ?? 0) / 100,
    share: shareOf(attempt),
    mark: quiz.passMark,
    questions: reviewed.map((one) => ({
      number: one.number,
      type: one.question.type,
      stem: spoken(words.text(`questions.${one.question.key}.stem`)),
      outcome: one.grade.outcome,
      points: one.grade.points.over / one.grade.points.under,
      most: one.grade.most,
      tone: { right: 'ok', partly: 'hm', wrong: 'no', unanswered: 'no', unmarked: 'hm' }[one.grade.outcome],
      icon: { right: 'check', partly: 'half', wrong: 'cross', unanswered: 'cross', unmarked: 'half' }[one.grade.outcome],
      answer: answerRows(one, words),
    })),
  };
}

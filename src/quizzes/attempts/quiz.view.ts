import type { Due } from '../../cohorts/timetable/due';
import type { Closed } from '../../cohorts/timetable/openings.service';
import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import type { QuizClosed } from '../papers/closed';
import { pointsOf, type Quiz } from '../question';
import { allowedMinutes } from '../timing';
import type { Attempt } from './attempt.entity';
import type { QuizPlace } from './attempts.service';
import { stepAddress } from '../../modules/step-address';

interface Before {
  /** Leads to the lesson that comes first. */
  locked: { address: string } | null;
  /** The module is not open. */
  closed: Closed | QuizClosed | null;
  due: Due | null;
}

/** views/quizzes/start.hbs: what awaits somebody, and how they did before. */
export function startPage(place: QuizPlace, quiz: Quiz, words: Words, attempts: Attempt[], { locked, closed, due }: Before) {
  const text = (key: string) => {
    const { text: said, language } = words.text(key);
    return { text: said, language, direction: directionOf(language) };
  };
  const self = stepAddress(place.study.enrolmentId, place.module, { kind: 'quiz', key: place.step });
  const open = attempts.find(({ handedInAt }) => !handedInAt);
  return {
    formId: newId(),
    title: text('title'),
    summary: text('summary'),
    questions: quiz.questions.length,
    points: pointsOf(quiz),
    passMark: quiz.passMark,
    minutes: allowedMinutes(quiz.minutes, place.study.extraTime),
    extraTime: place.study.extraTime,
    locked,
    closed,
    due,
    open: open ? `/attempts/${open.id}` : null,
    beginAddress: `${self}/attempts`,
    passed: attempts.some(({ passed }) => passed),
    again: attempts.length > 0,
    attempts: attempts
      .filter(({ handedInAt }) => handedInAt)
      .map((attempt) => ({
        number: attempt.number,
        address: `/attempts/${attempt.id}/result`,
        handedInAt: attempt.handedInAt!,
        share: attempt.most ? Math.floor((attempt.points! * 100) / attempt.most) : 0,
        passed: Boolean(attempt.passed),
      })),
  };
}

import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import { pointsOf, type Quiz } from '../question';
import type { Attempt } from './attempt.entity';
import type { QuizPlace } from './attempts.service';
import { stepAddress } from '../../modules/step-address';

/** views/quizzes/start.hbs: what awaits somebody, and how they did before. `locked` leads to the lesson that comes first. */
export function startPage(place: QuizPlace, quiz: Quiz, words: Words, attempts: Attempt[], locked: { address: string } | null) {
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
    minutes: quiz.minutes,
    locked,
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

import type { Words } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { directionOf } from '../../kernel/language';
import { isEmpty } from '../given';
import type { Quiz } from '../question';
import { textKey } from '../question';
import { secondsLeft } from '../timing';
import type { Answer } from './answer.entity';
import type { OpenAttempt } from './quiz-step.guard';

/** views/quizzes/summary.hbs: what is answered and what is not, before handing in. */
export function summaryPage({ attempt }: OpenAttempt, quiz: Quiz, words: Words, answers: Answer[], now: Date) {
  const answered = new Set(answers.filter(({ given }) => !isEmpty(given)).map(({ question }) => question));
  const title = words.text('title');
  return {
    formId: newId(),
    title: { text: title.text, language: title.language, direction: directionOf(title.language) },
    number: attempt.number,
    handInAddress: `/attempts/${attempt.id}/hand-in`,
    endsAt: attempt.endsAt,
    secondsLeft: secondsLeft(now, attempt.endsAt),
    answeredCount: answered.size,
    count: quiz.questions.length,
    open: quiz.questions.length - answered.size,
    questions: quiz.questions.map((question, index) => {
      const stem = words.text(textKey(question, 'stem'));
      return {
        number: index + 1,
        address: `/attempts/${attempt.id}/questions/${index + 1}`,
        stem: { text: stem.text, language: stem.language, direction: directionOf(stem.language) },
        answered: answered.has(question.key),
      };
    }),
  };
}

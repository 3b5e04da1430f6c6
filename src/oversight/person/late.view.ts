import { type Words, spoken } from '../../content/translation';
import type { Attempt } from '../../quizzes/attempts/attempt.entity';
import type { LateAnswer } from '../../quizzes/attempts/late-answer.entity';
import { inWords, type SayTruth } from '../../quizzes/questions/in-words';
import { type Question, textKey } from '../../quizzes/questions/question';

export interface Late {
  answers: readonly LateAnswer[];
  questions: readonly Question[];
  words: Words;
  say: SayTruth;
  /** The team does not count what came late from itself. */
  own: boolean;
}

/** What came after the end of a try, for the team alone. */
export function lateRows(attempt: Attempt, address: string, { answers, questions, words, say, own }: Late) {
  return answers.flatMap((one) => {
    const index = questions.findIndex(({ key }) => key === one.question);
    const question = questions[index];
    if (!question || !attempt.endsAt) return [];
    const seconds = Math.max(1, Math.round((one.arrivedAt.getTime() - attempt.endsAt.getTime()) / 1000));
    return [
      {
        number: index + 1,
        stem: spoken(words.text(textKey(question, 'stem'))),
        said: inWords(question, one.given, words, say),
        at: one.arrivedAt,
        after: seconds < 120 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.floor(seconds / 60) },
        countedAt: one.countedAt,
        countAddress: attempt.handedInAt && !one.countedAt && !own ? `${address}/late/${one.question}` : null,
      },
    ];
  });
}

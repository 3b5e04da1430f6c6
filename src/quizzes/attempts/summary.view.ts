import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { countable, type Paper } from '../sitting/draws';
import { isEmpty } from '../questions/given';
import { isAsked, textKey } from '../questions/question';
import { type AttemptState, handInUntil, secondsLeft } from '../sitting/timing';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';

interface Given {
  paper: Paper;
  words: Words;
  answers: Answer[];
  /** Questions to look at again. */
  flags: ReadonlySet<string>;
  now: Date;
}

/** views/quizzes/summary.hbs: what is answered and what is not, before handing in. */
export function summaryPage(attempt: Attempt, state: AttemptState, { paper, words, answers, flags, now }: Given) {
  const answered = new Set(answers.filter(({ given }) => !isEmpty(given)).map(({ question }) => question));
  const count = countable(paper).length;
  const sequential = paper.rules.navigation === 'sequential';
  const overdue = state === 'overdue';
  const address = (number: number) => `/attempts/${attempt.id}/questions/${number}`;
  const open = paper.questions.flatMap((question, index) => (isAsked(question) && !answered.has(question.key) ? [index + 1] : []));
  return {
    formId: newId(),
    attemptId: attempt.id,
    title: spoken(words.text('title')),
    number: attempt.number,
    handInAddress: `/attempts/${attempt.id}/hand-in`,
    summaryAddress: `/attempts/${attempt.id}`,
    overdueUntil: overdue && attempt.endsAt ? handInUntil(attempt.endsAt, paper.rules) : null,
    endsAt: overdue ? null : attempt.endsAt,
    policy: paper.rules.overdue,
    secondsLeft: secondsLeft(now, attempt.endsAt),
    answeredCount: answered.size,
    count,
    open: open.length,
    certain: paper.rules.behaviour.endsWith('-certainty'),
    backAddress: overdue ? null : address(sequential ? attempt.reached : (open[0] ?? 1)),
    questions: paper.questions.flatMap((question, index) => {
      if (!isAsked(question)) return [];
      const number = index + 1;
      return [
        {
          number,
          address: overdue || (sequential && number !== attempt.reached) ? null : address(number),
          stem: spoken(words.text(textKey(question, 'stem'))),
          answered: answered.has(question.key),
          flagged: flags.has(question.key),
        },
      ];
    }),
  };
}

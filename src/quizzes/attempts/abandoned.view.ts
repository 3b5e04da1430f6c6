import type { Study } from '../../cohorts/enrolment/study';
import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { stepAddress } from '../../modules/step-address';
import type { Waiting } from '../sitting/counting';
import type { Paper } from '../sitting/draws';
import type { Attempt } from './attempt.entity';

/** views/quizzes/abandoned.hbs: a try that was not handed in in time, and what can be done. */
export function abandonedPage(given: { attempt: Attempt; study: Study; paper: Paper; words: Words; kept: number; waits: Waiting | null }) {
  const { attempt, study, words, kept, waits } = given;
  const address = stepAddress(study.enrolmentId, attempt.module, { kind: 'quiz', key: attempt.step });
  return {
    formId: newId(),
    title: spoken(words.text('title')),
    number: attempt.number,
    at: attempt.abandonedAt!,
    kept,
    waits: waits && spokenWaiting(waits),
    againAddress: waits || study.state === 'withdrawn' ? null : `${address}/attempts`,
    startAddress: study.state === 'withdrawn' ? null : address,
  };
}

/** Why no other try can begin, for a template. */
export function spokenWaiting(waits: Waiting) {
  return { until: waits.why === 'delay' ? waits.until : null, most: waits.why === 'tries' ? waits.most : null };
}

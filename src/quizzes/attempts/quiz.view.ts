import type { Due } from '../../cohorts/timetable/due';
import type { Closed } from '../../cohorts/timetable/openings.service';
import { type Words, spoken } from '../../content/translation';
import { newId } from '../../kernel/identifier';
import { stepAddress } from '../../modules/step-address';
import { finalShare, percentOf, reachesMark, waitsFor } from '../sitting/counting';
import { paperFor, sizeOf } from '../sitting/draws';
import type { QuizClosed } from '../papers/closed';
import type { Quiz } from '../questions/question';
import { momentOf, rightsAt } from '../sitting/review-rights';
import { allowedMinutes, isOpen } from '../sitting/timing';
import { spokenWaiting } from './abandoned.view';
import type { Attempt } from './attempt.entity';
import type { QuizPlace } from './attempts.service';
import { closingOf } from './results.service';

interface Before {
  /** Leads to the lesson that comes first. */
  locked: { address: string } | null;
  /** The module is not open. */
  closed: Closed | QuizClosed | null;
  due: Due | null;
  now: Date;
}

/** views/quizzes/start.hbs: what awaits somebody, and how they did before. */
export function startPage(place: QuizPlace, quiz: Quiz, words: Words, attempts: Attempt[], { locked, closed, due, now }: Before) {
  const { rules } = paperFor(quiz, '');
  const self = stepAddress(place.study.enrolmentId, place.module, { kind: 'quiz', key: place.step });
  const open = attempts.find(isOpen);
  const waits = open ? null : waitsFor(rules, attempts, now);
  const told = (attempt: Attempt) =>
    rightsAt(rules.review, momentOf(attempt.handedInAt, place.window?.closesAt ?? closingOf(place.study), now)).marks;
  const ended = attempts.filter((one) => !isOpen(one));
  const everythingTold = ended.every((one) => one.abandonedAt !== null || told(one));
  const share = everythingTold ? finalShare(rules.counting, ended) : null;
  return {
    formId: newId(),
    title: spoken(words.text('title')),
    summary: spoken(words.text('summary')),
    ...sizeOf(quiz),
    passMark: quiz.passMark,
    minutes: allowedMinutes(quiz.minutes, place.study.extraTime),
    extraTime: place.study.extraTime,
    policy: rules.overdue,
    graceMinutes: rules.graceMinutes,
    most: rules.tries,
    used: attempts.length,
    counting: rules.counting,
    behaviour: rules.behaviour,
    sequential: rules.navigation === 'sequential',
    locked,
    closed,
    due,
    waits: waits && spokenWaiting(waits),
    open: open ? `/attempts/${open.id}` : null,
    beginAddress: `${self}/attempts`,
    again: attempts.length > 0,
    final: share === null ? null : { share: percentOf(share), passed: reachesMark(share, quiz.passMark), several: ended.length > 1 },
    attempts: ended.map((attempt) => ({
      number: attempt.number,
      address: `/attempts/${attempt.id}/result`,
      handedInAt: attempt.handedInAt,
      endedAt: attempt.handedInAt ?? attempt.abandonedAt!,
      outcome: outcomeOf(attempt, told(attempt)),
      share: attempt.share === null ? 0 : percentOf(attempt.share),
    })),
  };
}

function outcomeOf(
  { abandonedAt, share, passed }: Attempt,
  told: boolean,
): 'abandoned' | 'provisional' | 'untold' | 'passed' | 'not-passed' {
  if (abandonedAt) return 'abandoned';
  if (share === null) return 'provisional';
  return told ? (passed ? 'passed' : 'not-passed') : 'untold';
}

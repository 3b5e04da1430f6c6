import { Injectable } from '@nestjs/common';
import { ExtraTimes } from '../../cohorts/allowances/extra-times.service';
import { Enrolment } from '../../cohorts/enrolment/enrolment.entity';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { waitsFor } from '../sitting/counting';
import { type Paper, paperFor } from '../sitting/draws';
import type { Marking } from '../sitting/marks';
import { allowedMinutes, type AttemptState, endsAt as endOf, handInUntil, isOpen, nextDue } from '../sitting/timing';
import { notAfter, type Window } from '../papers/quiz-days';
import { Answer } from './answer.entity';
import { Attempt } from './attempt.entity';
import { Endings } from './endings.service';
import { QuizVersions } from './quiz-versions.service';

/** The step of a study at which a quiz stands. */
export interface QuizPlace {
  study: Study;
  module: string;
  step: string;
  quizVersionId: string;
  /** Of a chapter's own quiz: when it can be taken. */
  window?: Window;
}

/** Taking a quiz: beginning, going on and ending. Answers are saved by `Saves`. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly quizzes: QuizVersions,
    private readonly extraTimes: ExtraTimes,
    private readonly endings: Endings,
  ) {}

  /** Without previews, in their order. */
  ofStep({ study, module, step }: Pick<QuizPlace, 'study' | 'module' | 'step'>): Promise<Attempt[]> {
    const where = { enrolmentId: study.enrolmentId, module, step, preview: false };
    return this.database.read(Attempt).find({ where, order: { number: 'ASC' } });
  }

  answersOf(attemptId: string): Promise<Answer[]> {
    return this.database.read(Answer).findBy({ attemptId });
  }

  /** Begins an attempt; one that is still open is continued instead. Refuses when all tries are used, and before a delay is over. */
  async begin(write: Writer, place: QuizPlace, language: Language, now: Date): Promise<string> {
    await write.lock(Enrolment, place.study.enrolmentId); // of two presses at once, the later one must see the other's attempt
    const before = await this.ofStep(place);
    const open = before.find(isOpen);
    if (open) return open.id;
    const id = newId();
    const { minutes, rules } = paperFor(await this.quizzes.quiz(place.quizVersionId), id);
    const waits = waitsFor(rules, before, now);
    if (waits?.why === 'tries') throw new Refusal('taking.refusal.no-tries', { used: waits.used, most: waits.most });
    if (waits) throw new Refusal('taking.refusal.delay', { until: waits.until });
    const { percent: extraTime } = await this.extraTimes.of(place.study.enrolmentId); // as it is under the lock
    const endsAt = notAfter(endOf(now, allowedMinutes(minutes, extraTime)), place.window?.closesAt ?? null);
    await write.insert(Attempt, {
      id,
      enrolmentId: place.study.enrolmentId,
      personId: place.study.personId,
      quizVersionId: place.quizVersionId,
      module: place.module,
      step: place.step,
      number: (before.at(-1)?.number ?? 0) + 1,
      startedAt: now,
      endsAt,
      dueAt: nextDue({ endsAt, overdueAt: null }, rules),
      extraTime,
      language,
    });
    return id;
  }

  /** Refuses what comes after an attempt's end. */
  async assertOpen(attempt: Attempt, now: Date): Promise<void> {
    const state = await this.stateOf(attempt, now);
    if (state === 'in-progress') return;
    if (state === 'finished' && attempt.handedInAt) throw new Refusal('quizzes.refusal.handed-in', { at: attempt.handedInAt });
    if (state === 'finished') throw new Refusal('quizzes.refusal.time-over', { at: attempt.endsAt! });
    const { rules } = await this.quizzes.paper(attempt);
    const until = handInUntil(attempt.endsAt!, rules);
    throw new Refusal(state === 'overdue' ? 'taking.refusal.overdue' : 'taking.refusal.abandoned', { until });
  }

  /** What an attempt is by now, with whatever time has made of it noted. */
  async stateOf(attempt: Attempt, now: Date): Promise<AttemptState> {
    if (await this.endings.hasCome(attempt, now)) return this.endings.look(attempt.id, now);
    return attempt.handedInAt ? 'finished' : attempt.abandonedAt ? 'never-submitted' : attempt.overdueAt ? 'overdue' : 'in-progress';
  }

  /** Grades and closes the attempt and, when passed, completes the step and all that follows from it: all or nothing. Twice is once. */
  handIn(attemptId: string, now: Date): Promise<AttemptState> {
    return this.endings.press(attemptId, true, now);
  }

  /** A press that the page's clock has sent, after its answers were saved. */
  timeUp(attemptId: string, now: Date): Promise<AttemptState> {
    return this.endings.press(attemptId, false, now);
  }

  /** Marks an attempt that was handed in once more, with the marks that people have given and keys as they are corrected by now. */
  settle(write: Writer, attemptId: string, now: Date): Promise<void> {
    return this.endings.settle(write, attemptId, now);
  }

  /** Opens an attempt again that was never handed in; says whether there was one. */
  reopen(write: Writer, attemptId: string, extraTime: number, now: Date): Promise<boolean> {
    return this.endings.reopen(write, attemptId, extraTime, now);
  }

  /** What people said about texts of theirs, by question. */
  commentsOf(attempt: Attempt): Promise<ReadonlyMap<string, string>> {
    return this.endings.commentsOf(attempt);
  }

  paperToReview(attempt: Attempt): Promise<Paper> {
    return this.endings.paperToReview(attempt);
  }

  markingOf(attempt: Attempt): Promise<Marking> {
    return this.endings.markingOf(attempt);
  }
}

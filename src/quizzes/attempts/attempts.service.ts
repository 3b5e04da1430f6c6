import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ExtraTimes } from '../../cohorts/allowances/extra-times.service';
import { Enrolment } from '../../cohorts/enrolment/enrolment.entity';
import { Studies } from '../../cohorts/enrolment/studies.service';
import type { Study } from '../../cohorts/enrolment/study';
import { CHAPTER_QUIZ } from '../../content/structures';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import type { Given } from '../given';
import { type Score, score } from '../grading';
import { allowedMinutes, endsAt as endOf, finishedAt, isAccepting, isOver } from '../timing';
import { Answer } from './answer.entity';
import { Attempt } from './attempt.entity';
import { AttemptQueries } from './attempts.queries';
import type { Window } from '../papers/quiz-days';
import { QuizVersions } from './quiz-versions.service';
import { type Posted, verdict } from './saving';

/** The step of a study at which a quiz stands. */
export interface QuizPlace {
  study: Study;
  module: string;
  step: string;
  quizVersionId: string;
  /** Of a chapter's own quiz: when it can be taken. */
  window?: Window;
}

export type SaveResult = { saved: true; answer: Answer } | { saved: false; newer: Answer };

/** Taking a quiz: beginning, saving each answer, handing in. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly quizzes: QuizVersions,
    private readonly studies: Studies,
    private readonly queries: AttemptQueries,
    private readonly extraTimes: ExtraTimes,
  ) {}

  ofStep({ study, module, step }: QuizPlace): Promise<Attempt[]> {
    return this.database.read(Attempt).find({ where: { enrolmentId: study.enrolmentId, module, step }, order: { number: 'ASC' } });
  }

  answersOf(attemptId: string): Promise<Answer[]> {
    return this.database.read(Answer).findBy({ attemptId });
  }

  /** Begins an attempt; one that is still open is continued instead. */
  async begin(write: Writer, place: QuizPlace, now: Date): Promise<string> {
    await write.lock(Enrolment, place.study.enrolmentId); // of two presses at once, the later one must see the other's attempt
    const before = await this.ofStep(place);
    const open = before.find(({ handedInAt }) => !handedInAt);
    if (open) return open.id;
    const { minutes } = await this.quizzes.quiz(place.quizVersionId);
    const { percent: extraTime } = await this.extraTimes.of(place.study.enrolmentId); // as it is under the lock
    const id = newId();
    await write.insert(Attempt, {
      id,
      enrolmentId: place.study.enrolmentId,
      personId: place.study.personId,
      quizVersionId: place.quizVersionId,
      module: place.module,
      step: place.step,
      number: before.length + 1,
      startedAt: now,
      endsAt: endOf(now, allowedMinutes(minutes, extraTime), place.window?.closesAt ?? null),
      extraTime,
    });
    return id;
  }

  /** Refuses what comes after an attempt's end. When its time is over, what was saved is handed in. */
  async assertOpen(open: { attempt: Attempt; study: () => Promise<Study> }, now: Date): Promise<void> {
    const { attempt } = open;
    if (await this.closeWhenOver(open, now)) throw new Refusal('quizzes.refusal.time-over', { at: attempt.endsAt! });
    if (attempt.handedInAt) throw new Refusal('quizzes.refusal.handed-in', { at: attempt.handedInAt });
  }

  /** Saves one answer. The reply may say “saved” when this resolves: then it is on the disk. Refuses once the attempt is over. */
  save(attemptId: string, question: string, given: Given, posted: Posted, now: Date): Promise<SaveResult> {
    return this.database.group(async (write) => {
      await write.lock(Attempt, attemptId);
      const answer = { attemptId, question, given, page: posted.page, turn: posted.turn, savedAt: now };
      const sequence = await this.queries.save(answer, posted.sequence);
      if (sequence !== null) return { saved: true, answer: { ...answer, sequence } };
      const found = await this.queries.saving(attemptId, question);
      if (!found) throw new NotFound();
      const { handedInAt, endsAt, answer: before } = found;
      if (handedInAt) throw new Refusal('quizzes.refusal.handed-in', { at: handedInAt });
      if (!isAccepting(now, endsAt)) throw new Refusal('quizzes.refusal.time-over', { at: endsAt! });
      return verdict(before!, posted) === 'late' ? { saved: true, answer: before! } : { saved: false, newer: before! };
    });
  }

  /** Grades and closes the attempt and, when passed, completes the step and all that follows from it: all or nothing. Handing in twice is once. */
  handIn(attemptId: string, study: Study, now: Date): Promise<void> {
    return this.database.write(async (write) => {
      await write.lock(Attempt, attemptId);
      const attempt = await this.database.read(Attempt).findOneByOrFail({ id: attemptId });
      if (attempt.handedInAt) return;
      const { hundredths, most, passed } = await this.scoreOf(attempt);
      const handedInAt = finishedAt(now, attempt.endsAt);
      await write.update(Attempt, { id: attemptId, handedInAt: IsNull() }, { handedInAt, points: hundredths, most: most * 100, passed });
      if (passed && attempt.module !== CHAPTER_QUIZ)
        await this.studies.finish(write, study, `step:${attempt.module}/${attempt.step}`, handedInAt);
    });
  }

  /** Hands in what was saved when an attempt's time is over; says whether it did. */
  async closeWhenOver({ attempt, study }: { attempt: Attempt; study: () => Promise<Study> }, now: Date): Promise<boolean> {
    if (attempt.handedInAt || !isOver(now, attempt.endsAt)) return false;
    await this.handIn(attempt.id, await study(), now);
    return true;
  }

  async scoreOf(attempt: Attempt): Promise<Score> {
    const answers = await this.answersOf(attempt.id);
    const [quiz, accepted] = [await this.quizzes.quiz(attempt.quizVersionId), await this.quizzes.accepted(attempt.quizVersionId)];
    return score(quiz, new Map(answers.map(({ question, given }) => [question, given])), accepted);
  }
}

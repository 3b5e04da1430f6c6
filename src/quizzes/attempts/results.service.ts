import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { dayIsOver } from '../../cohorts/timetable/days';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { type ModuleOutline, Outlines } from '../../modules/outlines.service';
import { stepSubject } from '../../progress/subjects';
import { waitsFor } from '../sitting/counting';
import { receipt } from '../sitting/receipt';
import { review, type Reviewed } from '../questions/review';
import { momentOf, moreFrom, rightsAt } from '../sitting/review-rights';
import { abandonedPage } from './abandoned.view';
import type { Answer } from './answer.entity';
import type { Attempt } from './attempt.entity';
import { Attempts } from './attempts.service';
import { QuizVersions } from './quiz-versions.service';
import { resultPage } from './result.view';

/** Gathers what somebody may see of an attempt that has ended. */
@Injectable()
export class Results {
  constructor(
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly outlines: Outlines,
    private readonly studies: Studies,
  ) {}

  async of(attempt: Attempt, study: Study, language: Language, now: Date) {
    const [paper, words, answers, outline, standing, done, tries, marking, comments] = await Promise.all([
      this.quizzes.paper(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
      this.outlineOf(study, attempt.module, language),
      this.studies.standingOf(study),
      this.studies.done(study),
      this.attempts.ofStep({ study, module: attempt.module, step: attempt.step }),
      this.attempts.markingOf(attempt),
      this.attempts.commentsOf(attempt),
    ]);
    const closesAt = (await this.quizzes.closing(attempt)) ?? closingOf(study);
    const moment = momentOf(attempt.handedInAt, closesAt, now);
    const rights = rightsAt(paper.rules.review, moment);
    const reviewed = await this.reviewed(attempt, answers, words.has);
    return resultPage({
      attempt,
      study,
      paper,
      words,
      reviewed,
      outline,
      standing,
      rights,
      comments,
      provisional: marking.total === null,
      more: moreFrom(paper.rules.review, moment, closesAt),
      receipt: receipt(attempt.id, answers),
      waits: waitsFor(paper.rules, tries, now),
      stepDone: done.has(stepSubject(attempt.module, attempt.step)),
    });
  }

  async abandoned(attempt: Attempt, study: Study, language: Language, now: Date) {
    const [paper, words, answers, tries] = await Promise.all([
      this.quizzes.paper(attempt),
      this.content.wordsOf(attempt.quizVersionId, language),
      this.attempts.answersOf(attempt.id),
      this.attempts.ofStep({ study, module: attempt.module, step: attempt.step }),
    ]);
    return abandonedPage({
      attempt,
      study,
      paper,
      words,
      kept: receipt(attempt.id, answers).count,
      waits: waitsFor(paper.rules, tries, now),
    });
  }

  /** Every question with its answer and its key, in the order of the paper, graded as it counts. */
  async reviewed(attempt: Attempt, answers: Answer[], has: (key: string) => boolean): Promise<Reviewed[]> {
    const [paper, accepted, { grades }] = await Promise.all([
      this.attempts.paperToReview(attempt),
      this.quizzes.accepted(attempt.quizVersionId),
      this.attempts.markingOf(attempt),
    ]);
    const byKey = new Map(grades.map((grade) => [grade.question, grade]));
    const all = review(paper, new Map(answers.map(({ question, given }) => [question, given])), accepted, has);
    return all.map((one) => ({ ...one, grade: byKey.get(one.question.key)! })).sort((a, b) => a.number - b.number);
  }

  /** Null when newer versions of the programme do without the module. */
  private async outlineOf({ cohort: { pins } }: Study, module: string, language: Language): Promise<ModuleOutline | null> {
    const name = `module:${module}`;
    return Object.hasOwn(pins, name) ? this.outlines.module(pins[name]!, language) : null;
  }
}

/** A quiz closes when its cohort's last day is over: deadlines are soft. */
export function closingOf({ cohort }: Study): Date {
  return dayIsOver(cohort.endsOn, cohort.zone);
}

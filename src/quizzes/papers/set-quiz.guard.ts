import { Injectable } from '@nestjs/common';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { SetQuiz } from './set-quiz.entity';
import { SetQuizzes } from './set-quizzes.service';

/** A quiz that was set for a cohort, as one of its chapter's team sees it. */
export interface OwnSetQuiz extends OwnCohort {
  set: SetQuiz;
}

/** The quiz in the address as `:cohort/…/:quiz`, for the trainers and leads of its chapter and for stewards. */
@Injectable()
export class QuizOfCohort implements Permission {
  constructor(
    private readonly team: TrainerOfCohort,
    private readonly quizzes: SetQuizzes,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnSetQuiz | null> {
    const slug = parameters['quiz'] ?? '';
    const own = /^c-[0-9a-f]{12}$/.test(slug) ? await this.team.subject(viewer, parameters) : null;
    const set = own && (await this.quizzes.bySlug(own.cohort.id, slug));
    return set && { ...own, set };
  }

  closed(own: OwnSetQuiz): void {
    this.team.closed(own);
  }
}

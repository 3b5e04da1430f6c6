import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../../cohorts/enrolment/own-study.guard';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { CHAPTER_QUIZ } from '../../content/structures';
import { isId } from '../../kernel/identifier';
import { learningModule, type QuizStep, stepOf } from '../../modules/learning-module';
import { windowOf } from '../papers/quiz-days';
import { SetQuizzes } from '../papers/set-quizzes.service';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { Attempt } from './attempt.entity';
import { AttemptQueries } from './attempts.queries';
import type { QuizPlace } from './attempts.service';

/** The quiz at a step of one's own study: `:enrolment/:module/:step`. */
@Injectable()
export class OwnQuizStep implements Permission {
  constructor(
    private readonly own: OwnStudy,
    private readonly content: Content,
    private readonly chapters: SetQuizzes,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<QuizPlace | null> {
    const study = await this.own.subject(viewer, parameters);
    if (study && parameters['module'] === CHAPTER_QUIZ) return this.ofChapter(study, parameters['step'] ?? '');
    const pinned = study && pin(study, `module:${parameters['module']}`);
    if (!study || !pinned) return null;
    const module = learningModule(await this.content.document(pinned));
    const step = stepOf(module, parameters['step'] ?? '');
    const quizVersionId = step?.kind === 'quiz' ? pin(study, `quiz:${(step as QuizStep).quiz}`) : null;
    return quizVersionId ? { study, module: module.slug, step: step!.key, quizVersionId } : null;
  }

  /** A quiz that the cohort's team has set beside the programme. One that was taken back is closed since then. */
  private async ofChapter(study: Study, slug: string): Promise<QuizPlace | null> {
    const set = await this.chapters.bySlug(study.cohort.id, slug);
    if (!set) return null;
    const { opensAt, closesAt } = windowOf(set, study.cohort.zone);
    const window = { opensAt, closesAt: set.archivedAt ?? closesAt };
    return { study, module: CHAPTER_QUIZ, step: set.slug, quizVersionId: set.versionId, window };
  }
}

function pin(study: Study, name: string): string | null {
  return Object.hasOwn(study.cohort.pins, name) ? study.cohort.pins[name]! : null;
}

export interface OpenAttempt {
  attempt: Attempt;
  /** The study it belongs to; asked for where it is needed, because saving an answer does not. */
  study(): Promise<Study>;
}

export interface BegunAttempt extends OpenAttempt {
  /** As it is now; null for somebody who has left the cohort. */
  afresh(): Promise<OpenAttempt | null>;
}

/** One's own attempt, by its id in the address as `:attempt`. */
@Injectable()
export class OwnAttempt implements Permission {
  constructor(
    private readonly attempts: AttemptQueries,
    private readonly studies: StudyQueries,
  ) {}

  async subject(viewer: Viewer | null, { attempt: id }: Record<string, string>): Promise<OpenAttempt | null> {
    if (!viewer || !isId(id)) return null;
    const attempt = await this.attempts.own(id, viewer.id);
    return attempt && this.opened(attempt);
  }

  opened(attempt: Attempt): OpenAttempt {
    return { attempt, study: async () => (await this.studies.one(attempt.enrolmentId, attempt.personId))! };
  }
}

/** One's own attempt as it began, for answering: the statement that saves knows whether it is still open, so that nothing else need ask. */
@Injectable()
export class OwnBegunAttempt implements Permission {
  constructor(
    private readonly attempts: AttemptQueries,
    private readonly own: OwnAttempt,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<BegunAttempt | null> {
    const id = parameters['attempt'];
    if (!viewer || !isId(id)) return null;
    const attempt = await this.attempts.begunBy(id, viewer.id);
    return attempt && { ...this.own.opened(attempt), afresh: () => this.own.subject(viewer, parameters) };
  }
}

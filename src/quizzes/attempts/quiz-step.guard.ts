import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../../cohorts/enrolment/own-study.guard';
import { StudyQueries } from '../../cohorts/enrolment/studies.queries';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { isId } from '../../kernel/identifier';
import { learningModule, type QuizStep, stepOf } from '../../modules/learning-module';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Attempt } from './attempt.entity';
import type { QuizPlace } from './attempts.service';

/** The quiz at a step of one's own study: `:enrolment/:module/:step`. */
@Injectable()
export class OwnQuizStep implements Permission {
  constructor(
    private readonly own: OwnStudy,
    private readonly content: Content,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<QuizPlace | null> {
    const study = await this.own.subject(viewer, parameters);
    const pinned = study && pin(study, `module:${parameters['module']}`);
    if (!study || !pinned) return null;
    const module = learningModule(await this.content.document(pinned));
    const step = stepOf(module, parameters['step'] ?? '');
    const quizVersionId = step?.kind === 'quiz' ? pin(study, `quiz:${(step as QuizStep).quiz}`) : null;
    return quizVersionId ? { study, module: module.slug, step: step!.key, quizVersionId } : null;
  }
}

function pin(study: Study, name: string): string | null {
  return Object.hasOwn(study.cohort.pins, name) ? study.cohort.pins[name]! : null;
}

export interface OpenAttempt {
  attempt: Attempt;
  study: Study;
}

/** One's own attempt, by its id in the address as `:attempt`. */
@Injectable()
export class OwnAttempt implements Permission {
  constructor(
    private readonly database: Database,
    private readonly studies: StudyQueries,
  ) {}

  async subject(viewer: Viewer | null, { attempt: id }: Record<string, string>): Promise<OpenAttempt | null> {
    if (!viewer || !isId(id)) return null;
    const attempt = await this.database.read(Attempt).findOneBy({ id, personId: viewer.id });
    const study = attempt && (await this.studies.one(attempt.enrolmentId, viewer.id));
    return attempt && study && study.state !== 'withdrawn' ? { attempt, study } : null;
  }
}

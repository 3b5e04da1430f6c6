import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../../cohorts/enrolment/own-study.guard';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { learningModule, stepOf } from '../../modules/learning-module';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Works } from './works.service';

/** The step of a study at which an assignment stands. */
export interface AssignmentPlace {
  study: Study;
  module: string;
  step: string;
  assignmentVersionId: string;
}

/** The assignment at a step of one's own study: `:enrolment/:module/:step`. Whoever has begun stays with the version they began with. */
@Injectable()
export class OwnAssignmentStep implements Permission {
  constructor(
    private readonly own: OwnStudy,
    private readonly content: Content,
    private readonly works: Works,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<AssignmentPlace | null> {
    const study = await this.own.subject(viewer, parameters);
    const pinned = study && pin(study, `module:${parameters['module']}`);
    if (!study || !pinned) return null;
    const module = learningModule(await this.content.document(pinned));
    const step = stepOf(module, parameters['step'] ?? '');
    const assignmentVersionId = step?.kind === 'assignment' ? pin(study, `assignment:${step.assignment}`) : null;
    if (!assignmentVersionId) return null;
    const place = { study, module: module.slug, step: step!.key };
    return { ...place, assignmentVersionId: (await this.works.at(place))?.assignmentVersionId ?? assignmentVersionId };
  }
}

function pin({ cohort: { pins } }: Study, name: string): string | null {
  return Object.hasOwn(pins, name) ? pins[name]! : null;
}

import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../../cohorts/enrolment/own-study.guard';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { OwnEnrolment } from '../../cohorts/moves/own-enrolment.guard';
import { Refusal } from '../../kernel/refusal';
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
    return study && this.placeOf(study, parameters);
  }

  /** Nobody answers what comes to a cohort that was put away. */
  closed({ study }: AssignmentPlace): void {
    if (study.cohort.archivedAt) throw new Refusal('states.refusal.archived');
  }

  async placeOf(study: Study, parameters: Record<string, string>): Promise<AssignmentPlace | null> {
    const pinned = pin(study, `module:${parameters['module']}`);
    if (!pinned) return null;
    const module = learningModule(await this.content.document(pinned));
    const step = stepOf(module, parameters['step'] ?? '');
    const assignmentVersionId = step?.kind === 'assignment' ? pin(study, `assignment:${step.assignment}`) : null;
    if (!assignmentVersionId) return null;
    const place = { study, module: module.slug, step: step!.key };
    return { ...place, assignmentVersionId: (await this.works.at(place))?.assignmentVersionId ?? assignmentVersionId };
  }
}

/** The same to read; whoever has left the cohort finds what they had handed in there. */
@Injectable()
export class OwnAssignmentToRead implements Permission {
  constructor(
    private readonly own: OwnEnrolment,
    private readonly steps: OwnAssignmentStep,
    private readonly works: Works,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<AssignmentPlace | null> {
    const study = await this.own.subject(viewer, parameters);
    const place = study && (await this.steps.placeOf(study, parameters));
    if (!place || place.study.state !== 'withdrawn') return place;
    return (await this.works.at(place))?.number ? place : null;
  }
}

function pin({ cohort: { pins } }: Study, name: string): string | null {
  return Object.hasOwn(pins, name) ? pins[name]! : null;
}

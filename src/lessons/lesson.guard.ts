import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../cohorts/enrolment/own-study.guard';
import type { Study } from '../cohorts/enrolment/study';
import { Content } from '../content/content.service';
import type { LessonStructure, ModuleStructure } from '../content/structures';
import type { Permission } from '../web/permissions/permission';
import type { Viewer } from '../web/requests/viewer';

export interface OpenLesson {
  study: Study;
  moduleVersionId: string;
  module: string;
  lesson: LessonStructure;
}

/** A lesson of a study of one's own: `:enrolment/:module/:step`. */
@Injectable()
export class OwnLesson implements Permission {
  constructor(
    private readonly own: OwnStudy,
    private readonly content: Content,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OpenLesson | null> {
    const study = await this.own.subject(viewer, parameters);
    const module = parameters['module'] ?? '';
    const pins = study?.cohort.pins ?? {};
    if (!study || !Object.hasOwn(pins, `module:${module}`)) return null;
    const moduleVersionId = pins[`module:${module}`]!;
    const { steps } = (await this.content.document(moduleVersionId)).structure as ModuleStructure;
    const lesson = steps.find((step): step is LessonStructure => step.kind === 'lesson' && step.key === parameters['step']);
    return lesson ? { study, moduleVersionId, module, lesson } : null;
  }
}

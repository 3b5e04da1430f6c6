import { Injectable } from '@nestjs/common';
import { OwnStudy } from '../../cohorts/enrolment/own-study.guard';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { learningModule, stepOf } from '../../modules/learning-module';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import { Sittings } from '../setting/sittings.service';

/** The step of a study at which a simulation stands. */
export interface SimulationPlace {
  study: Study;
  module: string;
  step: string;
  scenarioVersionId: string;
}

/** The simulation at a step of one's own study, or beside it: `:enrolment/:module/:step`. */
@Injectable()
export class OwnSimulationStep implements Permission {
  constructor(
    private readonly own: OwnStudy,
    private readonly content: Content,
    private readonly sittings: Sittings,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<SimulationPlace | null> {
    const study = await this.own.subject(viewer, parameters);
    if (study && parameters['module'] === CHAPTER_SCENARIO) return this.ofChapter(study, parameters['step'] ?? '');
    const pinned = study && pin(study, `module:${parameters['module']}`);
    if (!study || !pinned) return null;
    const module = learningModule(await this.content.document(pinned));
    const step = stepOf(module, parameters['step'] ?? '');
    const scenarioVersionId = step?.kind === 'simulation' ? pin(study, `scenario:${step.scenario}`) : null;
    return scenarioVersionId ? { study, module: module.slug, step: step!.key, scenarioVersionId } : null;
  }

  /** A role-play that the chapter has written is there for whoever's cohort uses it, as it was when it was used last. */
  private async ofChapter(study: Study, slug: string): Promise<SimulationPlace | null> {
    const [latest] = await this.sittings.ofScenario(study.cohort.id, slug);
    return latest ? { study, module: CHAPTER_SCENARIO, step: slug, scenarioVersionId: latest.scenarioVersionId } : null;
  }
}

function pin({ cohort: { pins } }: Study, name: string): string | null {
  return Object.hasOwn(pins, name) ? pins[name]! : null;
}

import { Injectable } from '@nestjs/common';
import { Works } from '../assignments/works/works.service';
import { StudyQueries } from '../cohorts/enrolment/studies.queries';
import { Content } from '../content/content.service';
import type { Writer } from '../database/writer';
import { learningModule } from '../modules/learning-module';
import { programme } from '../modules/programme';
import { DemoScenarios } from './demo-scenarios.seeder';
import { DemoTables } from './demo-tables.seeder';

/** What the demo's trainees do beside reading: works that they hand in at the first assignment of their programme, and tables at which they sit. */
@Injectable()
export class DemoWorks {
  constructor(
    private readonly works: Works,
    private readonly studies: StudyQueries,
    private readonly content: Content,
    private readonly tables: DemoTables,
    private readonly scenarios: DemoScenarios,
  ) {}

  /** What their team writes for them. */
  write(...given: Parameters<DemoScenarios['write']>): Promise<void> {
    return this.scenarios.write(...given);
  }

  /** What they do together. */
  sit(...given: Parameters<DemoTables['set']>): Promise<void> {
    return this.tables.set(...given);
  }

  async handIn(write: Writer, cohortId: string, personId: string, text: string, at: Date): Promise<void> {
    const study = (await this.studies.ofPerson(personId)).find(({ cohort }) => cohort.id === cohortId)!;
    const { pins, programmeVersionId } = study.cohort;
    for (const module of programme(await this.content.document(programmeVersionId)).modules) {
      const { steps } = learningModule(await this.content.document(pins[`module:${module}`]!));
      const step = steps.find(({ kind }) => kind === 'assignment');
      if (step?.kind !== 'assignment') continue;
      const place = { study, module, step: step.key, assignmentVersionId: pins[`assignment:${step.assignment}`]! };
      const work = await this.works.save(write, place, { text: text.trim(), links: [] }, 0, at);
      return this.works.handIn(write, work, at);
    }
  }
}

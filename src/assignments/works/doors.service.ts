import { Injectable } from '@nestjs/common';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { Content } from '../../content/content.service';
import { learningModule } from '../../modules/learning-module';
import { path } from '../../modules/path';
import { stepAddress } from '../../modules/step-address';
import type { AssignmentPlace } from './assignment-step.guard';

/** Whether an assignment is open to somebody. */
@Injectable()
export class Doors {
  constructor(
    private readonly content: Content,
    private readonly studies: Studies,
  ) {}

  /** The lesson to read before this assignment opens, or null when it is open. */
  async lessonFirst({ study, module, step }: AssignmentPlace): Promise<{ address: string } | null> {
    const structure = learningModule(await this.content.document(study.cohort.pins[`module:${module}`]!));
    const here = path(structure, await this.studies.done(study)).find((one) => one.step.key === step);
    return here?.why ? { address: stepAddress(study.enrolmentId, module, here.why.step) } : null;
  }
}

import { Injectable } from '@nestjs/common';
import { Content, type Pins } from '../../content/content.service';
import { learningModule } from '../../modules/learning-module';
import { programme } from '../../modules/programme';
import type { Goal } from './eligibility';

export interface Pinned {
  programmeVersionId: string;
  pins: Pins;
}

/** Which certificates can be earned in what a cohort is pinned to. */
@Injectable()
export class Goals {
  constructor(private readonly content: Content) {}

  /** The programme's first, then those of its modules that have one of their own. */
  async of({ programmeVersionId, pins }: Pinned): Promise<Goal[]> {
    const { slug, modules: inOrder, certificate } = programme(await this.content.document(programmeVersionId));
    const modules = await Promise.all(inOrder.map(async (name) => learningModule(await this.content.document(pins[`module:${name}`]!))));
    const whole: Goal = { kind: 'programme', about: '', programme: slug, modules, requirements: certificate };
    const own = modules.flatMap((module): Goal[] =>
      module.certificate
        ? [{ kind: 'module', about: module.slug, programme: slug, modules: [module], requirements: module.certificate }]
        : [],
    );
    return [whole, ...own];
  }
}

import { Injectable } from '@nestjs/common';
import type { Shown } from '../../content/translation';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { type Task, Tasks } from '../tasks.service';
import { Histories, type History } from '../works/histories.service';
import type { Work } from '../works/work.entity';
import { Works } from '../works/works.service';
import type { HandedIn } from './reviews.queries';

/** A work as its team reviews it. */
export interface WorkToReview extends Task, History {
  work: Work;
}

/** Pages of a team about works, gathered. */
@Injectable()
export class ReviewPages {
  constructor(
    private readonly tasks: Tasks,
    private readonly works: Works,
    private readonly histories: Histories,
  ) {}

  async of({ id, assignmentVersionId }: HandedIn, language: Language): Promise<WorkToReview> {
    const [task, work, history] = await Promise.all([
      this.tasks.of(assignmentVersionId, language),
      this.works.byId(id),
      this.histories.of(id),
    ]);
    if (!work) throw new NotFound();
    return { ...task, ...history, work };
  }

  /** What the assignments of some works are called, by their versions. */
  async titles(works: readonly HandedIn[], language: Language): Promise<Map<string, Shown>> {
    const versions = [...new Set(works.map(({ assignmentVersionId }) => assignmentVersionId))];
    return new Map(await Promise.all(versions.map(async (id) => [id, (await this.tasks.of(id, language)).words.text('title')] as const)));
  }
}

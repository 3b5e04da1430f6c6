import { Injectable } from '@nestjs/common';
import { Cohorts } from '../../cohorts/cohorts.service';
import type { Cohort } from '../../cohorts/cohort.entity';
import { stateOf } from '../../cohorts/states/state';
import type { ChapterScenario } from './chapter-scenario.entity';
import { ChapterScenarios } from './chapter-scenarios.service';
import { lint, type PlacedProblem } from './problems/problems';
import type { OwnScenario } from './scenario-of-chapter.guard';

/** All that the page of one role-play shows. */
export interface ScenarioSheet {
  scenario: ChapterScenario;
  problems: PlacedProblem[];
  /** Of the chapter, the newest first, without those that are over. */
  cohorts: Cohort[];
}

/** What stands on the page of a role-play that is written. */
@Injectable()
export class ScenarioPages {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly cohorts: Cohorts,
  ) {}

  async of({ chapter, scenario }: OwnScenario, now: Date): Promise<ScenarioSheet> {
    const fresh = (await this.scenarios.bySlug(chapter.id, scenario.slug)) ?? scenario;
    const cohorts = fresh.publishedVersionId ? await this.cohorts.ofChapter(chapter.id) : [];
    const running = cohorts.filter((cohort) => !cohort.archivedAt && !['finished', 'archived'].includes(stateOf(cohort, now)));
    return { scenario: fresh, cohorts: running, problems: lint(fresh) };
  }
}

import { Injectable } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Refusal } from '../../kernel/refusal';
import type { Permission } from '../../web/permissions/permission';
import type { Viewer } from '../../web/requests/viewer';
import type { ChapterScenario } from './chapter-scenario.entity';
import { ChapterScenarios } from './chapter-scenarios.service';

/** A role-play of a chapter as one of its team sees it. */
export interface OwnScenario extends OwnChapter {
  scenario: ChapterScenario;
}

export const scenarioAddress = ({ chapter, scenario }: OwnScenario) => `/chapters/${chapter.slug}/scenarios/${scenario.slug}`;

/** The role-play in the address as `:chapter/…/:scenario`, for the trainers and leads of the chapter and for stewards. */
@Injectable()
export class ScenarioOfChapter implements Permission {
  constructor(
    private readonly team: TrainerOfChapter,
    private readonly scenarios: ChapterScenarios,
  ) {}

  async subject(viewer: Viewer | null, parameters: Record<string, string>): Promise<OwnScenario | null> {
    const slug = parameters['scenario'] ?? '';
    const own = /^s-[0-9a-f]{12}$/.test(slug) ? await this.team.subject(viewer, parameters) : null;
    const scenario = own && (await this.scenarios.bySlug(own.chapter.id, slug));
    return scenario && { ...own, scenario };
  }

  /** What was put away is read, and not changed. */
  closed({ scenario }: OwnScenario): void {
    if (scenario.archivedAt) throw new Refusal('scenarios.refusal.archived');
  }
}

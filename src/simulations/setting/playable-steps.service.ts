import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import { Content } from '../../content/content.service';
import type { ScenarioStructure } from '../../content/scenario';
import { CHAPTER_SCENARIO } from '../../content/structures';
import { learningModule } from '../../modules/learning-module';
import { programme } from '../../modules/programme';
import { ChapterScenarios } from '../writing/chapter-scenarios.service';

/** What a cohort's people can play together: a step of its programme, or a role-play that its chapter has written. */
export interface PlayableStep {
  /** `CHAPTER_SCENARIO` for the chapter's own, whose step is its slug */
  module: string;
  step: string;
  scenarioVersionId: string;
  scenario: ScenarioStructure;
}

export type Playing = Pick<Cohort, 'chapterId' | 'pins' | 'programmeVersionId'>;

/** What there is to be played together. */
@Injectable()
export class PlayableSteps {
  constructor(
    private readonly content: Content,
    private readonly chapters: ChapterScenarios,
  ) {}

  /** The steps of the programme in its order, then what the chapter has published, the newest first. */
  async of(cohort: Playing): Promise<PlayableStep[]> {
    const all = [...(await this.ofProgramme(cohort)), ...(await this.ofChapter(cohort))];
    return all.filter(({ scenario }) => scenario.modes.some((mode) => mode !== 'solo'));
  }

  private async ofProgramme({ pins, programmeVersionId }: Playing): Promise<PlayableStep[]> {
    const found: PlayableStep[] = [];
    for (const module of programme(await this.content.document(programmeVersionId)).modules) {
      for (const step of learningModule(await this.content.document(pins[`module:${module}`]!)).steps) {
        if (step.kind === 'simulation') found.push(await this.playable(module, step.key, pins[`scenario:${step.scenario}`]!));
      }
    }
    return found;
  }

  private async ofChapter({ chapterId }: Playing): Promise<PlayableStep[]> {
    const written = await this.chapters.published(chapterId);
    return Promise.all(written.map(({ slug, publishedVersionId }) => this.playable(CHAPTER_SCENARIO, slug, publishedVersionId)));
  }

  private async playable(module: string, step: string, scenarioVersionId: string): Promise<PlayableStep> {
    const scenario = (await this.content.document(scenarioVersionId)).structure as ScenarioStructure;
    return { module, step, scenarioVersionId, scenario };
  }
}

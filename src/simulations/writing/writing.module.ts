import { Module } from '@nestjs/common';
import { BasicsController } from './basics.controller';
import { ChapterScenarios } from './chapter-scenarios.service';
import { ScenarioFolderController } from './folder.controller';
import { Originals } from './originals.service';
import { Publications } from './publications.service';
import { ScenarioController } from './scenario.controller';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPages } from './scenario-pages.service';
import { ScenarioPreviewController } from './scenario-preview.controller';
import { ScenarioReadings } from './scenario-readings.service';
import { ScenarioTrialController } from './scenario-trial.controller';
import { ScenariosController } from './scenarios.controller';
import { Trials } from './trials.service';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [
    ScenariosController,
    ScenarioController,
    BasicsController,
    ScenarioFolderController,
    ScenarioPreviewController,
    ScenarioTrialController,
  ],
  providers: [ChapterScenarios, ScenarioOfChapter, Originals, Publications, ScenarioPages, ScenarioReadings, Trials],
  exports: [ChapterScenarios, Originals, Publications],
})
export class WritingModule {}

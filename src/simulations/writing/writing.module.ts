import { Module } from '@nestjs/common';
import { ChapterScenarios } from './chapter-scenarios.service';
import { PartsController } from './lists/parts.controller';
import { TextController } from './lists/text.controller';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPreviewController } from './scenario-preview.controller';
import { ScenarioTrialController } from './scenario-trial.controller';
import { Trials } from './trials.service';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [ScenarioPreviewController, ScenarioTrialController, PartsController, TextController],
  providers: [ChapterScenarios, ScenarioOfChapter, Trials],
  exports: [ChapterScenarios],
})
export class WritingModule {}

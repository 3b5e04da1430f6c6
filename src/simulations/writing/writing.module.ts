import { Module } from '@nestjs/common';
import { ChapterScenarios } from './chapter-scenarios.service';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPreviewController } from './scenario-preview.controller';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [ScenarioPreviewController],
  providers: [ChapterScenarios, ScenarioOfChapter],
  exports: [ChapterScenarios],
})
export class WritingModule {}

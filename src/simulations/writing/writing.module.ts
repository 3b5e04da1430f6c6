import { Module } from '@nestjs/common';
import { ChapterScenarios } from './chapter-scenarios.service';
import { PartsController } from './lists/parts.controller';
import { TextController } from './lists/text.controller';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [PartsController, TextController],
  providers: [ChapterScenarios, ScenarioOfChapter],
  exports: [ChapterScenarios],
})
export class WritingModule {}

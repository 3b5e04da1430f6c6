import { Module } from '@nestjs/common';
import { ClauseWritingController } from './clauses/clauses.controller';
import { SlotWritingController } from './clauses/slots.controller';
import { PartEdits } from './editing/part-edits.service';
import { ChapterScenarios } from './chapter-scenarios.service';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [ClauseWritingController, SlotWritingController],
  providers: [ChapterScenarios, ScenarioOfChapter, PartEdits],
  exports: [ChapterScenarios],
})
export class WritingModule {}

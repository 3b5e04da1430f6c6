import { Module } from '@nestjs/common';
import { ClauseWritingController } from './clauses/clauses.controller';
import { SlotWritingController } from './clauses/slots.controller';
import { PartEdits } from './editing/part-edits.service';
import { ChapterScenarios } from './chapter-scenarios.service';
import { PartsController } from './lists/parts.controller';
import { TextController } from './lists/text.controller';
import { GoalWritingController } from './roles/goals.controller';
import { RoleLeavingController } from './roles/leaving.controller';
import { RoleWritingController } from './roles/roles.controller';
import { RuleWritingController } from './scripts/rules.controller';
import { ScriptWritingController } from './scripts/scripts.controller';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPreviewController } from './scenario-preview.controller';
import { ScenarioTrialController } from './scenario-trial.controller';
import { Trials } from './trials.service';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [
    ScenarioPreviewController,
    ScenarioTrialController,
    PartsController,
    TextController,
    ClauseWritingController,
    SlotWritingController,
    RoleWritingController,
    RoleLeavingController,
    GoalWritingController,
    ScriptWritingController,
    RuleWritingController,
  ],
  providers: [ChapterScenarios, ScenarioOfChapter, PartEdits, Trials],
  exports: [ChapterScenarios],
})
export class WritingModule {}

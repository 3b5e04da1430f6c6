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
import { BasicsController } from './basics.controller';
import { ScenarioFolderController } from './files/folder.controller';
import { Originals } from './originals.service';
import { Publications } from './publications.service';
import { ScenarioController } from './scenario.controller';
import { ScenarioOfChapter } from './scenario-of-chapter.guard';
import { ScenarioPages } from './scenario-pages.service';
import { ScenarioPreviewController } from './trying/scenario-preview.controller';
import { ScenarioReadings } from './files/scenario-readings.service';
import { ScenarioTrialController } from './trying/scenario-trial.controller';
import { ScenariosController } from './scenarios.controller';
import { Trials } from './trying/trials.service';

/** Role-plays that chapters write themselves: their parts in forms, looked at and tried before anybody plays them. */
@Module({
  controllers: [
    ScenariosController,
    ScenarioController,
    BasicsController,
    ScenarioFolderController,
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
  providers: [ChapterScenarios, ScenarioOfChapter, Originals, Publications, ScenarioPages, ScenarioReadings, PartEdits, Trials],
  exports: [ChapterScenarios, Originals, Publications],
})
export class WritingModule {}

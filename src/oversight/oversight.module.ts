import { Module } from '@nestjs/common';
import { AdoptionController } from './adoption/adoption.controller';
import { InTheMiddleQueries } from './adoption/adoption-pages.queries';
import { Prospects } from './adoption/adoption-pages.service';
import { AuditController } from './audit/audit.controller';
import { BoardController } from './board/board.controller';
import { BoardExports } from './board/board-exports.service';
import { BoardLists } from './board/board-lists.service';
import { Boards } from './board/boards.service';
import { ExportsController } from './board/exports.controller';
import { BoardQueries } from './board/board.queries';
import { ChapterController } from './chapter/chapter.controller';
import { ChapterFigures } from './chapter/chapter-figures.service';
import { DigestChoices } from './digest/digest-choices.service';
import { DigestHours } from './digest/digest-hours.service';
import { DigestLetters } from './digest/digest-letters.service';
import { DigestQueries } from './digest/digest.queries';
import { Digests } from './digest/digests.service';
import { Doings } from './person/doings.service';
import { Notes } from './person/notes.service';
import { PersonController } from './person/person.controller';
import { LeadOfPerson, PersonOfCohort } from './person/person-of-cohort.guard';
import { PersonPages } from './person/person-pages.service';
import { PersonSheets } from './person/person-sheets.service';
import { AllowancesController } from './person/allowances.controller';
import { PersonQueries } from './person/person.queries';
import { ReopeningController } from './person/reopening.controller';
import { TryController } from './person/try.controller';
import { MovingController } from './moving/moving.controller';
import { Drafts } from './today/drafts.service';
import { NeedRulesOfCohorts } from './today/need-rules.service';
import { NeedQueries } from './today/needs.queries';
import { Needs } from './today/needs.service';
import { OpeningsForPeople } from './today/openings-for-people.service';
import { Nudges } from './today/nudges.service';
import { RulesController } from './today/rules.controller';
import { TodayController } from './today/today.controller';
import { TodayQueues } from './today/today-queues.service';
import { TodayLines } from './today/today-lines.service';

@Module({
  controllers: [
    AdoptionController,
    BoardController,
    ExportsController,
    ChapterController,
    AuditController,
    PersonController,
    MovingController,
    AllowancesController,
    TryController,
    ReopeningController,
    TodayController,
    RulesController,
  ],
  providers: [
    ChapterFigures,
    InTheMiddleQueries,
    Prospects,
    Boards,
    BoardLists,
    BoardExports,
    BoardQueries,
    PersonOfCohort,
    LeadOfPerson,
    PersonQueries,
    Doings,
    PersonPages,
    PersonSheets,
    Notes,
    NeedQueries,
    NeedRulesOfCohorts,
    Needs,
    OpeningsForPeople,
    Drafts,
    Nudges,
    TodayLines,
    TodayQueues,
    DigestChoices,
    DigestQueries,
    DigestLetters,
    Digests,
    DigestHours,
  ],
})
export class OversightModule {}

import { Global, Module } from '@nestjs/common';
import { FacilitatorController } from './console/facilitator.controller';
import { FacilitatorPages } from './console/facilitator-pages.service';
import { Directing } from './console/directing.service';
import { InterventionsController } from './console/interventions.controller';
import { Takeovers } from './console/takeovers.service';
import { DebriefController } from './debrief/debrief.controller';
import { DebriefPages } from './debrief/debrief-pages.service';
import { Reflections } from './debrief/reflections.service';
import { Acting } from './room/acting.service';
import { ClausesController } from './room/clauses.controller';
import { ObjectionsController } from './room/objections.controller';
import { RoomController } from './room/room.controller';
import { RoomPages } from './room/room-pages.service';
import { SpeakingController } from './room/speaking.controller';
import { StartController } from './room/start.controller';
import { WordsController } from './room/words.controller';
import { Leaving } from './safety/leaving.service';
import { OwnTableWithOthers } from './safety/own-table-with-others.guard';
import { Reports } from './safety/reports.service';
import { SafetyController } from './safety/safety.controller';
import { SafetyLetters } from './safety/safety-letters.service';
import { TableTeams } from './safety/table-teams.service';
import { Announcements } from './tables/announcements.service';
import { Logs } from './tables/logs.service';
import { OwnTable } from './tables/own-table.guard';
import { OwnSimulationStep } from './tables/simulation-step.guard';
import { TableQueries } from './tables/tables.queries';
import { Tables } from './tables/tables.service';
import { CohortTables } from './together/cohort-tables.service';
import { TableClock } from './together/table-clock.service';
import { TeamTable } from './together/team-table.guard';

@Global()
@Module({
  controllers: [
    StartController,
    RoomController,
    SpeakingController,
    ClausesController,
    ObjectionsController,
    WordsController,
    DebriefController,
    FacilitatorController,
    InterventionsController,
    SafetyController,
  ],
  providers: [
    Tables,
    CohortTables,
    TeamTable,
    TableClock,
    TableQueries,
    Logs,
    Announcements,
    OwnTable,
    OwnSimulationStep,
    Acting,
    RoomPages,
    Reflections,
    DebriefPages,
    FacilitatorPages,
    Directing,
    Takeovers,
    OwnTableWithOthers,
    Reports,
    Leaving,
    SafetyLetters,
    TableTeams,
  ],
  exports: [Tables, CohortTables],
})
export class SimulationsModule {}

import { Global, Module } from '@nestjs/common';
import { DebriefModule } from './debrief/debrief.module';
import { Acting } from './room/acting.service';
import { ClausesController } from './room/clauses.controller';
import { ObjectionsController } from './room/objections.controller';
import { RoomController } from './room/room.controller';
import { RoomPages } from './room/room-pages.service';
import { SpeakingController } from './room/speaking.controller';
import { StartController } from './room/start.controller';
import { WordsController } from './room/words.controller';
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
  imports: [DebriefModule],
  controllers: [StartController, RoomController, SpeakingController, ClausesController, ObjectionsController, WordsController],
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
  ],
  exports: [Tables, CohortTables, RoomPages, OwnTable, TeamTable, Announcements],
})
export class SimulationsModule {}

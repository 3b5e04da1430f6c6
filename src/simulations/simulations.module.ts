import { Global, Module } from '@nestjs/common';
import { FacilitatingModule } from './console/facilitating.module';
import { DebriefModule } from './debrief/debrief.module';
import { HoursModule } from './hours/hours.module';
import { HumClock } from './hums/hum-clock.service';
import { HumsController } from './hums/hums.controller';
import { Hums } from './hums/hums.service';
import { LiveModule } from './live/live.module';
import { Acting } from './room/acting.service';
import { ChairingController } from './room/chairing.controller';
import { ClausesController } from './room/clauses.controller';
import { FloorController } from './room/floor.controller';
import { HandsController } from './room/hands.controller';
import { ObjectionsController } from './room/objections.controller';
import { PrivateController } from './room/private.controller';
import { RoomPages } from './room/room-pages.service';
import { RoomController } from './room/room.controller';
import { SpeakingController } from './room/speaking.controller';
import { StartController } from './room/start.controller';
import { WordsController } from './room/words.controller';
import { SafetyModule } from './safety/safety.module';
import { SettingModule } from './setting/setting.module';
import { Announcements } from './tables/announcements.service';
import { Logs } from './tables/logs.service';
import { OwnTable } from './tables/own-table.guard';
import { OwnSimulationStep } from './tables/simulation-step.guard';
import { TableQueries } from './tables/tables.queries';
import { Tables } from './tables/tables.service';
import { CohortTables } from './together/cohort-tables.service';
import { TableClock } from './together/table-clock.service';
import { TeamTable } from './together/team-table.guard';
import { WritingModule } from './writing/writing.module';

/** Role-plays: alone, or with others. */
@Global()
@Module({
  imports: [SettingModule, LiveModule, SafetyModule, FacilitatingModule, DebriefModule, HoursModule, WritingModule],
  controllers: [
    StartController,
    RoomController,
    SpeakingController,
    ClausesController,
    ObjectionsController,
    WordsController,
    FloorController,
    PrivateController,
    ChairingController,
    HandsController,
    HumsController,
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
    Hums,
    HumClock,
    Acting,
    RoomPages,
  ],
  exports: [
    SettingModule,
    LiveModule,
    SafetyModule,
    WritingModule,
    Tables,
    CohortTables,
    TableQueries,
    TeamTable,
    Logs,
    Announcements,
    OwnTable,
    OwnSimulationStep,
    Hums,
    RoomPages,
  ],
})
export class SimulationsModule {}

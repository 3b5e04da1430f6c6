import { Global, Module } from '@nestjs/common';
import { FacilitatorController } from './console/facilitator.controller';
import { FacilitatorPages } from './console/facilitator-pages.service';
import { Directing } from './console/directing.service';
import { InterventionsController } from './console/interventions.controller';
import { Takeovers } from './console/takeovers.service';
import { DebriefController } from './debrief/debrief.controller';
import { DebriefPages } from './debrief/debrief-pages.service';
import { Reflections } from './debrief/reflections.service';
import { FragmentsController } from './live/fragments.controller';
import { StreamController } from './live/stream.controller';
import { WatchRounds } from './live/watch-rounds.service';
import { WatchingQueries } from './live/watching.queries';
import { Watching } from './live/watching.service';
import { HumClock } from './hums/hum-clock.service';
import { HumsController } from './hums/hums.controller';
import { Hums } from './hums/hums.service';
import { Acting } from './room/acting.service';
import { ChairingController } from './room/chairing.controller';
import { ClausesController } from './room/clauses.controller';
import { FloorController } from './room/floor.controller';
import { HandsController } from './room/hands.controller';
import { ObjectionsController } from './room/objections.controller';
import { PrivateController } from './room/private.controller';
import { RoomController } from './room/room.controller';
import { RoomPages } from './room/room-pages.service';
import { SpeakingController } from './room/speaking.controller';
import { StartController } from './room/start.controller';
import { WordsController } from './room/words.controller';
import { Casting } from './setting/casting.service';
import { Fillings } from './setting/fillings.service';
import { SeatsController } from './setting/seats.controller';
import { SettingPages } from './setting/setting-pages.service';
import { SettingQueries } from './setting/setting.queries';
import { SittingClock } from './setting/sitting-clock.service';
import { SittingOfCohort } from './setting/sitting-of-cohort.guard';
import { SittingsController } from './setting/sittings.controller';
import { Sittings } from './setting/sittings.service';
import { CohortTablesController } from './setting/tables.controller';
import { Together } from './setting/together.service';
import { WishesController } from './setting/wishes.controller';
import { Wishes } from './setting/wishes.service';
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
    CohortTablesController, // its `new` comes before any `:table`
    SittingsController,
    SeatsController,
    WishesController,
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
    DebriefController,
    StreamController,
    FragmentsController,
    FacilitatorController,
    InterventionsController,
    SafetyController,
  ],
  providers: [
    Tables,
    CohortTables,
    TeamTable,
    TableClock,
    Sittings,
    Casting,
    Fillings,
    SettingQueries,
    SettingPages,
    SittingClock,
    SittingOfCohort,
    Together,
    Wishes,
    TableQueries,
    Logs,
    Announcements,
    OwnTable,
    OwnSimulationStep,
    Hums,
    HumClock,
    Acting,
    RoomPages,
    Reflections,
    DebriefPages,
    Watching,
    WatchingQueries,
    WatchRounds,
    FacilitatorPages,
    Directing,
    Takeovers,
    OwnTableWithOthers,
    Reports,
    Leaving,
    SafetyLetters,
    TableTeams,
  ],
  exports: [Tables, CohortTables, Hums, Sittings, Casting],
})
export class SimulationsModule {}

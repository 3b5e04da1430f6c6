import { Global, Module } from '@nestjs/common';
import { DebriefController } from './debrief/debrief.controller';
import { DebriefPages } from './debrief/debrief-pages.service';
import { Reflections } from './debrief/reflections.service';
import { AbsenceController } from './hours/absence.controller';
import { Absences } from './hours/absences.service';
import { DigestController } from './hours/digest.controller';
import { DigestReaders } from './hours/digest-readers.service';
import { HoursQueries } from './hours/hours.queries';
import { TableLetters } from './hours/table-letters.service';
import { TableReminders } from './hours/table-reminders.service';
import { WindowClock } from './hours/window-clock.service';
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
  controllers: [
    StartController,
    RoomController,
    SpeakingController,
    ClausesController,
    ObjectionsController,
    WordsController,
    DebriefController,
    DigestController,
    AbsenceController,
  ],
  providers: [
    Tables,
    CohortTables,
    TeamTable,
    TableClock,
    HoursQueries,
    Absences,
    DigestReaders,
    TableLetters,
    TableReminders,
    WindowClock,
    TableQueries,
    Logs,
    Announcements,
    OwnTable,
    OwnSimulationStep,
    Acting,
    RoomPages,
    Reflections,
    DebriefPages,
  ],
  exports: [Tables, CohortTables],
})
export class SimulationsModule {}

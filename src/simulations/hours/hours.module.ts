import { Module } from '@nestjs/common';
import { AbsenceController } from './absence.controller';
import { Absences } from './absences.service';
import { DigestController } from './digest.controller';
import { DigestReaders } from './digest-readers.service';
import { HoursQueries } from './hours.queries';
import { StandInLetters } from './stand-in-letters.service';
import { StandIns } from './stand-ins.service';
import { TableLetters } from './table-letters.service';
import { TableReminders } from './table-reminders.service';
import { WindowClock } from './window-clock.service';

/** Tables that go on by letters: when a window ends, who is told, and what is done for whoever is away. */
@Module({
  controllers: [DigestController, AbsenceController],
  providers: [HoursQueries, Absences, DigestReaders, TableLetters, TableReminders, WindowClock, StandInLetters, StandIns],
  exports: [Absences, StandIns],
})
export class HoursModule {}

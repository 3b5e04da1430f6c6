import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module';
import { Leaving } from './leaving.service';
import { OwnTableWithOthers } from './own-table-with-others.guard';
import { Reports } from './reports.service';
import { SafetyLetters } from './safety-letters.service';
import { SafetyController } from './safety.controller';
import { TableTeams } from './table-teams.service';

/** Reporting something and leaving a table, without a reason if one likes. */
@Module({
  imports: [HoursModule],
  controllers: [SafetyController],
  providers: [OwnTableWithOthers, Reports, Leaving, SafetyLetters, TableTeams],
  exports: [Reports, TableTeams, Leaving],
})
export class SafetyModule {}

import { Module } from '@nestjs/common';
import { Admissions } from './imports/admissions.service';
import { ImportsController } from './imports/imports.controller';
import { Imports } from './imports/imports.service';
import { Undoing } from './imports/undoing.service';
import { Workbooks } from './reading/workbooks.service';
import { RosterController } from './roster.controller';
import { RosterQueries } from './roster.queries';
import { Rosters } from './rosters.service';

@Module({
  controllers: [RosterController, ImportsController],
  providers: [Workbooks, Rosters, RosterQueries, Imports, Admissions, Undoing],
  exports: [Workbooks],
})
export class RosterModule {}

import { Module } from '@nestjs/common';
import { RosterModule } from '../../cohorts/roster/roster.module';
import { ExportController } from './export.controller';
import { ImportController } from './import.controller';
import { Intake } from './intake.service';
import { Outtake } from './outtake.service';
import { Readings } from './readings.service';

@Module({ imports: [RosterModule], controllers: [ImportController, ExportController], providers: [Intake, Outtake, Readings] })
export class BankFilesModule {}

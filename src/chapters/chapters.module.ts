import { Global, Module } from '@nestjs/common';
import { Appointments } from './appointments/appointments.service';
import { AppointmentsController } from './appointments/appointments.controller';
import { InvitationsController } from './appointments/invitations.controller';
import { Audit } from './audit/audit.service';
import { Arrivals } from './arrivals/arrivals.service';
import { LeadOfChapter, OnSomeTeam, TrainerOfChapter } from './chapter-team.guard';
import { ChaptersController } from './chapters.controller';
import { Chapters } from './chapters.service';
import { ChapterSettingsController } from './settings/settings.controller';

@Global()
@Module({
  controllers: [ChaptersController, ChapterSettingsController, InvitationsController, AppointmentsController],
  providers: [Chapters, Appointments, Arrivals, Audit, TrainerOfChapter, LeadOfChapter, OnSomeTeam],
  exports: [Chapters, Arrivals, Audit, TrainerOfChapter],
})
export class ChaptersModule {}

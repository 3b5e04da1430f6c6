import { Global, Module } from '@nestjs/common';
import { AdoptionQueries } from './adoption/adoption.queries';
import { Adoptions } from './adoption/adoptions.service';
import { Editions } from './adoption/editions.service';
import { Resettling } from './adoption/resettling.service';
import { AnnouncementsController } from './announcements/announcements.controller';
import { AnnouncementQueries } from './announcements/announcements.queries';
import { Announcements } from './announcements/announcements.service';
import { CalendarAddresses } from './calendar/calendar-addresses.service';
import { CalendarController } from './calendar/calendar.controller';
import { Calendars } from './calendar/calendars.service';
import { FeedController } from './calendar/feed.controller';
import { NewsController } from './announcements/news.controller';
import { LeadOfCohort, TrainerOfCohort } from './cohort-team.guard';
import { CohortsController } from './cohorts.controller';
import { CohortQueries } from './cohorts.queries';
import { Cohorts } from './cohorts.service';
import { Enrolments } from './enrolment/enrolments.service';
import { Joining } from './enrolment/joining.service';
import { OwnStudy } from './enrolment/own-study.guard';
import { StudyQueries } from './enrolment/studies.queries';
import { Studies } from './enrolment/studies.service';
import { Entrances } from './invitation/entrances.service';
import { InvitationLetters } from './invitation/invitation-letters.service';
import { Invitations } from './invitation/invitations.service';
import { JoinController } from './invitation/join.controller';
import { Offers } from './invitation/offers.service';
import { PersonalInvitations } from './invitation/personal-invitations.service';
import { Programmes } from './programmes.service';
import { SettingsController } from './settings/settings.controller';

@Global()
@Module({
  controllers: [
    AnnouncementsController,
    NewsController,
    CalendarController,
    FeedController,
    CohortsController,
    SettingsController,
    JoinController,
  ],
  providers: [
    AdoptionQueries,
    Adoptions,
    Editions,
    Resettling,
    Announcements,
    AnnouncementQueries,
    CalendarAddresses,
    Calendars,
    Cohorts,
    CohortQueries,
    Programmes,
    Invitations,
    InvitationLetters,
    PersonalInvitations,
    Entrances,
    Offers,
    Enrolments,
    Joining,
    StudyQueries,
    Studies,
    OwnStudy,
    TrainerOfCohort,
    LeadOfCohort,
  ],
  exports: [
    Adoptions,
    Editions,
    Resettling,
    Announcements,
    Cohorts,
    CohortQueries,
    Programmes,
    Invitations,
    InvitationLetters,
    PersonalInvitations,
    Enrolments,
    StudyQueries,
    Studies,
    OwnStudy,
    TrainerOfCohort,
  ],
})
export class CohortsModule {}

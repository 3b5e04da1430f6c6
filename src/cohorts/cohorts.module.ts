import { Global, Module } from '@nestjs/common';
import { ExtraTimes } from './allowances/extra-times.service';
import { OwnDeadlines } from './allowances/own-days.service';
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
import { StudyFollowers } from './enrolment/study-followers.service';
import { Entrances } from './invitation/entrances.service';
import { InvitationLetters } from './invitation/invitation-letters.service';
import { Invitations } from './invitation/invitations.service';
import { JoinController } from './invitation/join.controller';
import { Offers } from './invitation/offers.service';
import { PersonalInvitations } from './invitation/personal-invitations.service';
import { Belongings } from './moves/belongings.service';
import { LeavingController } from './moves/leaving.controller';
import { MoveQueries } from './moves/moves.queries';
import { Moves } from './moves/moves.service';
import { OwnEnrolment } from './moves/own-enrolment.guard';
import { Transfers } from './moves/transfers.service';
import { Programmes } from './programmes.service';
import { Repeats } from './repeats.service';
import { SettingsController } from './settings/settings.controller';
import { StatesController } from './states/states.controller';
import { CohortStates } from './states/states.service';
import { LineController } from './waiting/line.controller';
import { PlaceLetters } from './waiting/place-letters.service';
import { WaitingController } from './waiting/waiting.controller';
import { WaitingLists } from './waiting/waiting-lists.service';
import { WaitingQueries } from './waiting/waiting.queries';
import { Openings } from './timetable/openings.service';
import { TimetableController } from './timetable/timetable.controller';
import { Timetables } from './timetable/timetables.service';

@Global()
@Module({
  controllers: [
    AnnouncementsController,
    NewsController,
    CalendarController,
    FeedController,
    CohortsController,
    SettingsController,
    TimetableController,
    JoinController,
    StatesController,
    WaitingController,
    LineController,
    LeavingController,
  ],
  providers: [
    AdoptionQueries,
    Adoptions,
    Editions,
    Resettling,
    Announcements,
    ExtraTimes,
    OwnDeadlines,
    Openings,
    Timetables,
    AnnouncementQueries,
    CalendarAddresses,
    Calendars,
    Cohorts,
    CohortQueries,
    Programmes,
    Repeats,
    Invitations,
    InvitationLetters,
    PersonalInvitations,
    Entrances,
    Offers,
    Enrolments,
    Joining,
    CohortStates,
    WaitingLists,
    WaitingQueries,
    PlaceLetters,
    Moves,
    MoveQueries,
    Belongings,
    Transfers,
    OwnEnrolment,
    StudyQueries,
    Studies,
    StudyFollowers,
    OwnStudy,
    TrainerOfCohort,
    LeadOfCohort,
  ],
  exports: [
    Adoptions,
    Editions,
    Resettling,
    Announcements,
    ExtraTimes,
    OwnDeadlines,
    Openings,
    Cohorts,
    CohortQueries,
    Programmes,
    Repeats,
    Invitations,
    InvitationLetters,
    PersonalInvitations,
    Enrolments,
    StudyQueries,
    Studies,
    StudyFollowers,
    OwnStudy,
    TrainerOfCohort,
    CohortStates,
    WaitingLists,
    Moves,
    MoveQueries,
    Transfers,
    OwnEnrolment,
  ],
})
export class CohortsModule {}

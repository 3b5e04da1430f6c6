import { CreateFormOutcomes1764000000000 } from './migrations/1764000000000-create-form-outcomes';
import { CreatePeople1764000000010 } from './migrations/1764000000010-create-people';
import { CreateChapters1764000000020 } from './migrations/1764000000020-create-chapters';
import { CreateContent1764000000040 } from './migrations/1764000000040-create-content';
import { CreateCohorts1764000000050 } from './migrations/1764000000050-create-cohorts';
import { CreateCompletions1764000000060 } from './migrations/1764000000060-create-completions';
import { CreateReadingPlaces1764000000070 } from './migrations/1764000000070-create-reading-places';
import { CreateAttempts1764000000080 } from './migrations/1764000000080-create-attempts';
import { CreateCertificates1764000000090 } from './migrations/1764000000090-create-certificates';
import { RekeyPeople1795797754933 } from './migrations/1795797754933-rekey-people';
import { CreateSimulations1795797800000 } from './migrations/1795797800000-create-simulations';
import { CreateTakenIn1795797900000 } from './migrations/1795797900000-create-taken-in';
import { CreateRosters1795801100000 } from './migrations/1795801100000-create-rosters';
import { CreateOversight1795801200000 } from './migrations/1795801200000-create-oversight';
import { CreateNotices1795801300000 } from './migrations/1795801300000-create-notices';
import { CreateAnnouncements1795801300010 } from './migrations/1795801300010-create-announcements';
import { CreateCalendarTurns1795801300020 } from './migrations/1795801300020-create-calendar-turns';
import { ConfirmAddresses1795801400000 } from './migrations/1795801400000-confirm-addresses';
import { CreateSecondFactors1795801400010 } from './migrations/1795801400010-create-second-factors';
import { CreateLinkedIdentities1795801400020 } from './migrations/1795801400020-create-linked-identities';
import { CreateAudit1795801500000 } from './migrations/1795801500000-create-audit';
import { DescribeChapters1795801500010 } from './migrations/1795801500010-describe-chapters';
import { KeepStatesOfCohorts1795901000010 } from './migrations/1795901000010-keep-states-of-cohorts';
import { CreateWaitingPeople1795901000020 } from './migrations/1795901000020-create-waiting-people';
import { CreateMoves1795901000030 } from './migrations/1795901000030-create-moves';
import { AddTermsOfLinks1795902000000 } from './migrations/1795902000000-add-terms-of-links';
import { CreateJoinRequests1795902000010 } from './migrations/1795902000010-create-join-requests';
import { TellSheetsOfImports1795902000020 } from './migrations/1795902000020-tell-sheets-of-imports';
import { SetTimes1795903000000 } from './migrations/1795903000000-set-times';
import { CreateWorks1795904000000 } from './migrations/1795904000000-create-works';
import { CreateAdoptions1795905000000 } from './migrations/1795905000000-create-adoptions';
import { AddLanguagesOfChapters1795905000010 } from './migrations/1795905000010-add-languages-of-chapters';
import { UnlinkIdentities1795905000020 } from './migrations/1795905000020-unlink-identities';
import { KeepHowQuizzesAreTaken1795910000000 } from './migrations/1795910000000-keep-how-quizzes-are-taken';
import { CreateBank1795920000000 } from './migrations/1795920000000-create-bank';
import { CreateChapterQuizzes1795930000000 } from './migrations/1795930000000-create-chapter-quizzes';
import { CorrectAndRemember1795950000000 } from './migrations/1795950000000-correct-and-remember';
import { FindWhatWaits1796000000000 } from './migrations/1796000000000-find-what-waits';
import { KeepLateAnswersAndFlags1796001000000 } from './migrations/1796001000000-keep-late-answers-and-flags';
import { LetCertificatesChange1796010000000 } from './migrations/1796010000000-let-certificates-change';
import { CreateIssuerKeys1796020000000 } from './migrations/1796020000000-create-issuer-keys';
import { CreateCertificateDesigns1796030000000 } from './migrations/1796030000000-create-certificate-designs';
import { EarnCertificates1796040000000 } from './migrations/1796040000000-earn-certificates';
import { HoldCertificates1796050000000 } from './migrations/1796050000000-hold-certificates';
import { KeepCertificatesFromElsewhere1796060000000 } from './migrations/1796060000000-keep-certificates-from-elsewhere';
import { GivePeoplePlacesAtTables1796070000000 } from './migrations/1796070000000-give-people-places-at-tables';
import { SetUpTables1796080000000 } from './migrations/1796080000000-set-up-tables';
import { KeepBallotsOfHums1796090000000 } from './migrations/1796090000000-keep-ballots-of-hums';
import { CreateTableReports1796110000000 } from './migrations/1796110000000-create-table-reports';
import { LookBackTogether1796120000000 } from './migrations/1796120000000-look-back-together';
import { RemindTables1796130000000 } from './migrations/1796130000000-remind-tables';
import { WriteScenarios1796140000000 } from './migrations/1796140000000-write-scenarios';
import { TellPeopleOfTheirSeats1796150000000 } from './migrations/1796150000000-tell-people-of-their-seats';

/** Every migration, oldest first. None is ever edited once others have it. */
export const migrations = [
  CreateFormOutcomes1764000000000,
  CreatePeople1764000000010,
  CreateChapters1764000000020,
  CreateContent1764000000040,
  CreateCohorts1764000000050,
  CreateCompletions1764000000060,
  CreateReadingPlaces1764000000070,
  CreateAttempts1764000000080,
  CreateCertificates1764000000090,
  RekeyPeople1795797754933,
  CreateSimulations1795797800000,
  CreateTakenIn1795797900000,
  CreateRosters1795801100000,
  CreateOversight1795801200000,
  CreateNotices1795801300000,
  CreateAnnouncements1795801300010,
  CreateCalendarTurns1795801300020,
  ConfirmAddresses1795801400000,
  CreateSecondFactors1795801400010,
  CreateLinkedIdentities1795801400020,
  CreateAudit1795801500000,
  DescribeChapters1795801500010,
  KeepStatesOfCohorts1795901000010,
  CreateWaitingPeople1795901000020,
  CreateMoves1795901000030,
  AddTermsOfLinks1795902000000,
  CreateJoinRequests1795902000010,
  TellSheetsOfImports1795902000020,
  SetTimes1795903000000,
  CreateWorks1795904000000,
  CreateAdoptions1795905000000,
  AddLanguagesOfChapters1795905000010,
  UnlinkIdentities1795905000020,
  KeepHowQuizzesAreTaken1795910000000,
  CreateBank1795920000000,
  CreateChapterQuizzes1795930000000,
  CorrectAndRemember1795950000000,
  FindWhatWaits1796000000000,
  KeepLateAnswersAndFlags1796001000000,
  LetCertificatesChange1796010000000,
  CreateIssuerKeys1796020000000,
  CreateCertificateDesigns1796030000000,
  EarnCertificates1796040000000,
  HoldCertificates1796050000000,
  KeepCertificatesFromElsewhere1796060000000,
  GivePeoplePlacesAtTables1796070000000,
  SetUpTables1796080000000,
  KeepBallotsOfHums1796090000000,
  CreateTableReports1796110000000,
  LookBackTogether1796120000000,
  RemindTables1796130000000,
  WriteScenarios1796140000000,
  TellPeopleOfTheirSeats1796150000000,
];

import { FileBytes } from './assignments/files/file-bytes.entity';
import { WorkFile } from './assignments/files/work-file.entity';
import { Review } from './assignments/reviews/review.entity';
import { Work } from './assignments/works/work.entity';
import { WorkVersion } from './assignments/works/work-version.entity';
import { Certificate } from './certificates/certificate.entity';
import { CertificateBatch } from './certificates/issuing/certificate-batch.entity';
import { CertificateName } from './certificates/issuing/certificate-name.entity';
import { CertificateRule } from './certificates/issuing/certificate-rule.entity';
import { EarnedCertificate } from './certificates/issuing/earned-certificate.entity';
import { CertificateEvent } from './certificates/holding/certificate-event.entity';
import { CertificateRequest } from './certificates/holding/certificate-request.entity';
import { Achievement } from './certificates/credentials/achievement.entity';
import { IssuerKey } from './certificates/credentials/issuer-key.entity';
import { StatusList } from './certificates/credentials/status-list.entity';
import { StatusPlace } from './certificates/credentials/status-place.entity';
import { CertificateDesign } from './certificates/designs/certificate-design.entity';
import { KeptPicture } from './certificates/designs/design-picture.entity';
import { KeptCertificate } from './certificates/elsewhere/kept-certificate.entity';
import { Chapter } from './chapters/chapter.entity';
import { AuditEntry } from './chapters/audit/audit-entry.entity';
import { Membership } from './chapters/membership.entity';
import { ExtraTime } from './cohorts/allowances/extra-time.entity';
import { OwnDaysOfPerson } from './cohorts/allowances/own-days.entity';
import { Adoption } from './cohorts/adoption/adoption.entity';
import { Announcement } from './cohorts/announcements/announcement.entity';
import { CalendarTurn } from './cohorts/calendar/calendar-turn.entity';
import { Cohort } from './cohorts/cohort.entity';
import { Enrolment } from './cohorts/enrolment/enrolment.entity';
import { CohortInvitation } from './cohorts/invitation/cohort-invitation.entity';
import { PersonalInvitation } from './cohorts/invitation/personal-invitation.entity';
import { Move } from './cohorts/moves/move.entity';
import { JoinRequest } from './cohorts/requests/join-request.entity';
import { OpenDoor } from './cohorts/requests/open-door.entity';
import { RosterImport } from './cohorts/roster/imports/roster-import.entity';
import { RosterRow } from './cohorts/roster/imports/roster-row.entity';
import { WaitingPerson } from './cohorts/waiting/waiting-person.entity';
import { ContentTranslation } from './content/content-translation.entity';
import { ContentVersion } from './content/content-version.entity';
import { FormOutcome } from './database/form-outcome.entity';
import { ReadingPlace } from './lessons/reading-place.entity';
import { OneTimeLink } from './people/one-time-link.entity';
import { Person } from './people/person.entity';
import { RecoveryCode } from './people/second-factor/recovery-code.entity';
import { SecondFactor } from './people/second-factor/second-factor.entity';
import { FailedTry } from './people/sign-in/failed-try.entity';
import { LinkedIdentity } from './people/single-sign-on/linked-identity.entity';
import { Digest } from './oversight/digest/digest.entity';
import { DigestStop } from './oversight/digest/digest-stop.entity';
import { TeamNote } from './oversight/person/team-note.entity';
import { CohortNeedRules } from './oversight/today/need-rules.entity';
import { Nudge } from './oversight/today/nudge.entity';
import { Completion } from './progress/completion.entity';
import { QuestionCorrection } from './quizzes/corrections/question-correction.entity';
import { EssayMark } from './quizzes/marking/essay-mark.entity';
import { RecallCard } from './quizzes/remembering/recall-card.entity';
import { RecallWish } from './quizzes/remembering/recall-wish.entity';
import { Answer } from './quizzes/attempts/answer.entity';
import { Attempt } from './quizzes/attempts/attempt.entity';
import { LateAnswer } from './quizzes/attempts/late-answer.entity';
import { LookAgain } from './quizzes/attempts/look-again.entity';
import { OutboxMessage } from './web/mail/outbox-message.entity';
import { StoppedNotices } from './web/mail/stopped-notices.entity';
import { BankQuestionVersion } from './quizzes/bank/bank-question-version.entity';
import { BankQuestion } from './quizzes/bank/bank-question.entity';
import { ChapterQuiz } from './quizzes/papers/chapter-quiz.entity';
import { SetQuiz } from './quizzes/papers/set-quiz.entity';
import { Session } from './web/sessions/session.entity';
import { TakenIn } from './seeding/taken-in.entity';
import { BoardNote } from './simulations/debrief/circle/board-note.entity';
import { DebriefRating } from './simulations/debrief/circle/debrief-rating.entity';
import { PeerNote } from './simulations/debrief/circle/peer-note.entity';
import { RubricMark } from './simulations/debrief/circle/rubric-mark.entity';
import { TableDebrief } from './simulations/debrief/circle/table-debrief.entity';
import { Reflection } from './simulations/debrief/reflection.entity';
import { HumBallots } from './simulations/hums/hum-ballots.entity';
import { SeatLetter } from './simulations/setting/seat-letter.entity';
import { RoleWish } from './simulations/setting/role-wish.entity';
import { Sitting } from './simulations/setting/sitting.entity';
import { ChapterScenario } from './simulations/writing/chapter-scenario.entity';
import { ReportedWords } from './simulations/safety/reported-words.entity';
import { TableReport } from './simulations/safety/table-report.entity';
import { AbsenceRule } from './simulations/hours/absence-rule.entity';
import { TableReminder } from './simulations/hours/table-reminder.entity';
import { SimulationTable } from './simulations/tables/simulation-table.entity';
import { LoggedEvent } from './simulations/tables/table-event.entity';
import { TablePlace } from './simulations/tables/table-place.entity';
import { TableText } from './simulations/tables/table-text.entity';

/** Everything that is stored. */
export const ENTITIES = [
  FormOutcome,
  TakenIn,
  Session,
  OutboxMessage,
  StoppedNotices,
  Person,
  OneTimeLink,
  FailedTry,
  SecondFactor,
  RecoveryCode,
  LinkedIdentity,
  Chapter,
  Membership,
  AuditEntry,
  Completion,
  ContentVersion,
  ContentTranslation,
  Cohort,
  Adoption,
  Announcement,
  CalendarTurn,
  CohortInvitation,
  PersonalInvitation,
  Enrolment,
  Move,
  WaitingPerson,
  OpenDoor,
  JoinRequest,
  OwnDaysOfPerson,
  ExtraTime,
  RosterImport,
  RosterRow,
  ReadingPlace,
  Attempt,
  Answer,
  LateAnswer,
  LookAgain,
  BankQuestion,
  BankQuestionVersion,
  ChapterQuiz,
  ChapterScenario,
  SetQuiz,
  QuestionCorrection,
  EssayMark,
  RecallCard,
  RecallWish,
  SimulationTable,
  LoggedEvent,
  TablePlace,
  TableText,
  HumBallots,
  Sitting,
  RoleWish,
  SeatLetter,
  TableReminder,
  AbsenceRule,
  Reflection,
  TableReport,
  ReportedWords,
  TableDebrief,
  BoardNote,
  RubricMark,
  PeerNote,
  DebriefRating,
  Work,
  WorkVersion,
  WorkFile,
  FileBytes,
  Review,
  Certificate,
  CertificateBatch,
  CertificateName,
  CertificateRule,
  EarnedCertificate,
  KeptCertificate,
  KeptPicture,
  CertificateDesign,
  CertificateEvent,
  CertificateRequest,
  IssuerKey,
  StatusList,
  StatusPlace,
  Achievement,
  TeamNote,
  Nudge,
  CohortNeedRules,
  Digest,
  DigestStop,
];

import { Global, Module } from '@nestjs/common';
import { AnalysisQueries } from './analysis/analysis.queries';
import { Pools } from './analysis/pools.service';
import { QuizOfChapter } from './analysis/quiz-of-chapter.guard';
import { Reports } from './analysis/reports.service';
import { StatisticsController } from './analysis/statistics.controller';
import { StatisticsExports } from './analysis/statistics-exports.service';
import { AttemptQueries } from './attempts/attempts.queries';
import { Attempts } from './attempts/attempts.service';
import { AttemptsController } from './attempts/attempts.controller';
import { Endings } from './attempts/endings.service';
import { FinalGrades } from './attempts/final-grades.service';
import { Corrections, GivenMarks, Grading } from './attempts/grading.service';
import { HandIns } from './attempts/hand-ins.service';
import { MoreTime } from './attempts/more-time.service';
import { OverdueLetters } from './attempts/overdue-letters.service';
import { PostedAnswers } from './attempts/posted-answers.service';
import { QuestionController } from './attempts/question.controller';
import { QuestionPages } from './attempts/question-pages.service';
import { QuizController } from './attempts/quiz.controller';
import { OwnAttempt, OwnBegunAttempt, OwnQuizStep } from './attempts/quiz-step.guard';
import { QuizVersions } from './attempts/quiz-versions.service';
import { ResultController } from './attempts/result.controller';
import { Results } from './attempts/results.service';
import { Saves } from './attempts/saves.service';
import { Sweep } from './attempts/sweep.service';
import { Applying } from './corrections/applying.service';
import { Asking } from './corrections/asking.service';
import { CorrectionController } from './corrections/correction.controller';
import { CorrectionLetters } from './corrections/correction-letters.service';
import { CorrectionNotes } from './corrections/correction-notes.service';
import { CorrectionPages } from './corrections/correction-pages.service';
import { CorrectionQueries } from './corrections/corrections.queries';
import { KeyChanges } from './corrections/key-changes.service';
import { KeyCorrections } from './corrections/key-corrections.service';
import { QuestionOfQuiz } from './corrections/question-of-team.guard';
import { QuizReaders } from './corrections/quiz-readers.service';
import { Regrading } from './corrections/regrading.service';
import { Settlements } from './corrections/settlements.service';
import { EssayMarks } from './marking/essay-marks.service';
import { EssayOfChapter } from './marking/essay-of-chapter.guard';
import { MarkedLetters } from './marking/marked-letters.service';
import { MarkingController } from './marking/marking.controller';
import { MarkingQueries } from './marking/marking.queries';
import { MarkingQueue } from './marking/marking-queue.service';
import { Markings } from './marking/markings.service';
import { Cards } from './remembering/cards.service';
import { Memory } from './remembering/memory.service';
import { OwnCard } from './remembering/own-card.guard';
import { RecallQueries } from './remembering/recall.queries';
import { RememberController } from './remembering/remember.controller';
import { Remembering } from './remembering/remembering.service';

@Global()
@Module({
  controllers: [
    QuizController,
    AttemptsController,
    QuestionController,
    ResultController,
    StatisticsController,
    CorrectionController,
    MarkingController,
    RememberController,
  ],
  providers: [
    Attempts,
    AttemptQueries,
    Endings,
    FinalGrades,
    { provide: Corrections, useExisting: KeyCorrections },
    { provide: GivenMarks, useExisting: EssayMarks },
    Grading,
    MoreTime,
    OverdueLetters,
    PostedAnswers,
    QuestionPages,
    QuizVersions,
    Results,
    Saves,
    Sweep,
    OwnQuizStep,
    OwnAttempt,
    HandIns,
    AnalysisQueries,
    Pools,
    QuizOfChapter,
    Reports,
    StatisticsExports,
    Applying,
    Asking,
    CorrectionLetters,
    CorrectionNotes,
    CorrectionPages,
    CorrectionQueries,
    KeyChanges,
    KeyCorrections,
    QuestionOfQuiz,
    QuizReaders,
    Regrading,
    Settlements,
    EssayMarks,
    EssayOfChapter,
    MarkedLetters,
    MarkingQueries,
    MarkingQueue,
    Markings,
    Cards,
    Memory,
    OwnCard,
    RecallQueries,
    Remembering,
    OwnBegunAttempt,
  ],
  exports: [Attempts, KeyChanges, Cards, MarkingQueue, Grading, MoreTime, QuizVersions, Results, Saves],
})
export class QuizzesModule {}

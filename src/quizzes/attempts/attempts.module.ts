import { Global, Module } from '@nestjs/common';
import { AttemptQueries } from './attempts.queries';
import { Attempts } from './attempts.service';
import { AttemptsController } from './attempts.controller';
import { Endings } from './endings.service';
import { FinalGrades } from './final-grades.service';
import { Grading } from './grading.service';
import { HandIns } from './hand-ins.service';
import { LateAnswers } from './late-answers.service';
import { LookAgains } from './look-agains.service';
import { MoreTime } from './more-time.service';
import { OverdueLetters } from './overdue-letters.service';
import { PostedAnswers } from './posted-answers.service';
import { QuestionController } from './question.controller';
import { QuestionPages } from './question-pages.service';
import { QuizController } from './quiz.controller';
import { OwnAttempt, OwnBegunAttempt, OwnQuizStep } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';
import { ResultController } from './result.controller';
import { Results } from './results.service';
import { Saves } from './saves.service';
import { Sweep } from './sweep.service';

/** Taking a quiz. What is around it has a module of its own: the bank, papers, corrections, marking, analysis, remembering. */
@Global()
@Module({
  controllers: [QuizController, AttemptsController, QuestionController, ResultController],
  providers: [
    Attempts,
    AttemptQueries,
    Endings,
    FinalGrades,
    Grading,
    HandIns,
    LateAnswers,
    LookAgains,
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
    OwnBegunAttempt,
  ],
  exports: [Attempts, Endings, FinalGrades, Grading, HandIns, LateAnswers, MoreTime, QuizVersions, Results, Saves],
})
export class AttemptsModule {}

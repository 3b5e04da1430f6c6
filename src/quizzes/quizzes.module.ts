import { Global, Module } from '@nestjs/common';
import { AttemptQueries } from './attempts/attempts.queries';
import { Attempts } from './attempts/attempts.service';
import { AttemptsController } from './attempts/attempts.controller';
import { Endings } from './attempts/endings.service';
import { FinalGrades } from './attempts/final-grades.service';
import { Grading } from './attempts/grading.service';
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
  exports: [Attempts, Endings, FinalGrades, Grading, HandIns, MoreTime, QuizVersions, Results, Saves],
})
export class QuizzesModule {}

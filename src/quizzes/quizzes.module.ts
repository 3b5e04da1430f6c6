import { Global, Module } from '@nestjs/common';
import { AttemptQueries } from './attempts/attempts.queries';
import { Attempts } from './attempts/attempts.service';
import { AttemptsController } from './attempts/attempts.controller';
import { MoreTime } from './attempts/more-time.service';
import { QuestionController } from './attempts/question.controller';
import { QuizController } from './attempts/quiz.controller';
import { OwnAttempt, OwnBegunAttempt, OwnQuizStep } from './attempts/quiz-step.guard';
import { QuizVersions } from './attempts/quiz-versions.service';
import { ResultController } from './attempts/result.controller';
import { BankQueries } from './bank/bank.queries';
import { BankQuestions } from './bank/bank-questions.service';
import { QuestionUses } from './bank/question-uses.service';
import { CohortQuizzesController } from './papers/cohort-quizzes.controller';
import { CohortQuizzes } from './papers/cohort-quizzes.service';
import { ItemsController } from './papers/items.controller';
import { OwnQuizzes } from './papers/own-quizzes.service';
import { PaperController } from './papers/paper.controller';
import { PaperOfChapter } from './papers/paper-of-chapter.guard';
import { PaperPages } from './papers/paper-pages.service';
import { PaperQuestions } from './papers/paper-questions.service';
import { PaperUses } from './papers/paper-uses.service';
import { PreviewController } from './papers/preview.controller';
import { PapersController } from './papers/papers.controller';
import { Papers } from './papers/papers.service';
import { SetController } from './papers/set.controller';
import { QuizOfCohort } from './papers/set-quiz.guard';
import { SetQuizQueries } from './papers/set-quizzes.queries';
import { SetQuizzes } from './papers/set-quizzes.service';
import { QuizSettingsController } from './papers/settings.controller';

const PAPERS = [
  Papers,
  PaperQuestions,
  PaperPages,
  PaperUses,
  PaperOfChapter,
  SetQuizzes,
  SetQuizQueries,
  QuizOfCohort,
  CohortQuizzes,
  OwnQuizzes,
];
const PAPER_CONTROLLERS = [
  PapersController,
  PaperController,
  ItemsController,
  QuizSettingsController,
  SetController,
  PreviewController,
  CohortQuizzesController,
];

const BANK = [BankQuestions, BankQueries, QuestionUses];

@Global()
@Module({
  controllers: [QuizController, AttemptsController, QuestionController, ResultController, ...PAPER_CONTROLLERS],
  providers: [Attempts, AttemptQueries, MoreTime, QuizVersions, OwnQuizStep, OwnAttempt, OwnBegunAttempt, ...BANK, ...PAPERS],
  exports: [Attempts, MoreTime, QuizVersions, CohortQuizzes, OwnQuizzes, ...BANK],
})
export class QuizzesModule {}

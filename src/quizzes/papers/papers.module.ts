import { Global, Module } from '@nestjs/common';
import { CohortQuizzesController } from './cohort-quizzes.controller';
import { CohortQuizzes } from './cohort-quizzes.service';
import { ItemsController } from './items.controller';
import { KeyFollowers } from './key-followers.service';
import { OwnQuizzes } from './own-quizzes.service';
import { PaperController } from './paper.controller';
import { PaperOfChapter } from './paper-of-chapter.guard';
import { PaperPages } from './paper-pages.service';
import { PaperQuestions } from './paper-questions.service';
import { PaperUses } from './paper-uses.service';
import { PapersController } from './papers.controller';
import { Papers } from './papers.service';
import { PreviewController } from './preview.controller';
import { SetController } from './set.controller';
import { QuizOfCohort } from './set-quiz.guard';
import { SetQuizQueries } from './set-quizzes.queries';
import { SetQuizzes } from './set-quizzes.service';
import { QuizSettingsController } from './settings.controller';

@Global()
@Module({
  controllers: [
    PapersController,
    PaperController,
    ItemsController,
    QuizSettingsController,
    SetController,
    PreviewController,
    CohortQuizzesController,
  ],
  providers: [
    Papers,
    PaperQuestions,
    PaperPages,
    PaperUses,
    KeyFollowers,
    PaperOfChapter,
    SetQuizzes,
    SetQuizQueries,
    QuizOfCohort,
    CohortQuizzes,
    OwnQuizzes,
  ],
  exports: [Papers, SetQuizzes, SetQuizQueries, CohortQuizzes, OwnQuizzes],
})
export class PapersModule {}

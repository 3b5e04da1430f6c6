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
import { ExportController } from './bank-files/export.controller';
import { ImportController } from './bank-files/import.controller';
import { Intake } from './bank-files/intake.service';
import { Outtake } from './bank-files/outtake.service';
import { Workbooks } from '../cohorts/roster/reading/workbooks.service';
import { BankChanges } from './bank/bank-changes.service';
import { BankReader, BankWriter } from './bank/bank.guard';
import { BankQueries } from './bank/bank.queries';
import { BankQuestions } from './bank/bank-questions.service';
import { BankHistories } from './bank/keeping/histories.service';
import { KeepingController } from './bank/keeping/keeping.controller';
import { LookPages } from './bank/keeping/look-pages.service';
import { BankController } from './bank/listing/bank.controller';
import { BankLists } from './bank/listing/bank-lists.service';
import { QuestionUses } from './bank/question-uses.service';
import { WordingController } from './bank/wording/wording.controller';
import { WritingController } from './bank/writing/writing.controller';
import { WritingPages } from './bank/writing/writing-pages.service';

const BANK = [BankQuestions, BankQueries, QuestionUses];
const BANK_PAGES = [BankReader, BankWriter, BankChanges, BankHistories, BankLists, LookPages, WritingPages, Intake, Outtake, Workbooks];
/** What has a fixed address comes before `:question`. */
const BANK_CONTROLLERS = [ImportController, ExportController, BankController, WritingController, KeepingController, WordingController];

@Global()
@Module({
  controllers: [QuizController, AttemptsController, QuestionController, ResultController, ...BANK_CONTROLLERS],
  providers: [Attempts, AttemptQueries, MoreTime, QuizVersions, OwnQuizStep, OwnAttempt, OwnBegunAttempt, ...BANK, ...BANK_PAGES],
  exports: [Attempts, MoreTime, QuizVersions, ...BANK],
})
export class QuizzesModule {}

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

const BANK = [BankQuestions, BankQueries, QuestionUses];

@Global()
@Module({
  controllers: [QuizController, AttemptsController, QuestionController, ResultController],
  providers: [Attempts, AttemptQueries, MoreTime, QuizVersions, OwnQuizStep, OwnAttempt, OwnBegunAttempt, ...BANK],
  exports: [Attempts, MoreTime, QuizVersions, ...BANK],
})
export class QuizzesModule {}

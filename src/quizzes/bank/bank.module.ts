import { Global, Module } from '@nestjs/common';
import { BankChanges } from './bank-changes.service';
import { BankReader, BankWriter } from './bank.guard';
import { BankQueries } from './bank.queries';
import { BankQuestions } from './bank-questions.service';
import { BankHistories } from './keeping/histories.service';
import { KeepingController } from './keeping/keeping.controller';
import { LookPages } from './keeping/look-pages.service';
import { BankController } from './listing/bank.controller';
import { BankLists } from './listing/bank-lists.service';
import { QuestionUses } from './question-uses.service';
import { WordingController } from './wording/wording.controller';
import { WritingController } from './writing/writing.controller';
import { WritingPages } from './writing/writing-pages.service';

@Global()
@Module({
  /** What has a fixed address comes before `:question`, which the last one takes. */
  controllers: [BankController, KeepingController, WordingController, WritingController],
  providers: [
    BankQuestions,
    BankQueries,
    QuestionUses,
    BankReader,
    BankWriter,
    BankChanges,
    BankHistories,
    BankLists,
    LookPages,
    WritingPages,
  ],
  exports: [BankQuestions, BankQueries, QuestionUses],
})
export class BankModule {}

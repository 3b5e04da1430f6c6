import { Global, Module } from '@nestjs/common';
import { Corrections } from '../attempts/grading.service';
import { Applying } from './applying.service';
import { Asking } from './asking.service';
import { CorrectionController } from './correction.controller';
import { CorrectionLetters } from './correction-letters.service';
import { CorrectionNotes } from './correction-notes.service';
import { CorrectionPages } from './correction-pages.service';
import { CorrectionQueries } from './corrections.queries';
import { KeyChanges } from './key-changes.service';
import { KeyCorrections } from './key-corrections.service';
import { QuestionOfQuiz } from './question-of-team.guard';
import { QuizReaders } from './quiz-readers.service';
import { Regrading } from './regrading.service';
import { Settlements } from './settlements.service';

@Global()
@Module({
  controllers: [CorrectionController],
  providers: [
    Applying,
    Asking,
    CorrectionLetters,
    CorrectionNotes,
    CorrectionPages,
    CorrectionQueries,
    KeyChanges,
    KeyCorrections,
    { provide: Corrections, useExisting: KeyCorrections },
    QuestionOfQuiz,
    QuizReaders,
    Regrading,
    Settlements,
  ],
  exports: [Corrections, CorrectionQueries, KeyChanges, KeyCorrections, QuizReaders, Settlements],
})
export class CorrectionsModule {}

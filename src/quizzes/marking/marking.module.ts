import { Global, Module } from '@nestjs/common';
import { GivenMarks } from '../attempts/grading.service';
import { EssayMarks } from './essay-marks.service';
import { EssayOfChapter } from './essay-of-chapter.guard';
import { MarkedLetters } from './marked-letters.service';
import { MarkingController } from './marking.controller';
import { MarkingQueries } from './marking.queries';
import { MarkingQueue } from './marking-queue.service';
import { Markings } from './markings.service';

@Global()
@Module({
  controllers: [MarkingController],
  providers: [
    EssayMarks,
    { provide: GivenMarks, useExisting: EssayMarks },
    EssayOfChapter,
    MarkedLetters,
    MarkingQueries,
    MarkingQueue,
    Markings,
  ],
  exports: [GivenMarks, MarkingQueue],
})
export class MarkingModule {}

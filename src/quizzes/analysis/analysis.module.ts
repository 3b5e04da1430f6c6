import { Global, Module } from '@nestjs/common';
import { AnalysisQueries } from './analysis.queries';
import { Pools } from './pools.service';
import { QuizOfChapter } from './quiz-of-chapter.guard';
import { Reports } from './reports.service';
import { StatisticsController } from './statistics.controller';
import { StatisticsExports } from './statistics-exports.service';

@Global()
@Module({
  controllers: [StatisticsController],
  providers: [AnalysisQueries, Pools, QuizOfChapter, Reports, StatisticsExports],
  exports: [AnalysisQueries, Pools, QuizOfChapter, Reports],
})
export class AnalysisModule {}

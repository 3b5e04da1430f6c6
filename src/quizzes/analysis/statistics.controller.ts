import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { AnalysisQueries } from './analysis.queries';
import { ExportForm } from './export.form';
import { POPULATIONS, type Population } from './population';
import { QuizOfChapter, type QuizOfTeam } from './quiz-of-chapter.guard';
import { Reports } from './reports.service';
import { StatisticsExports } from './statistics-exports.service';
import { quizListPage, statisticsPage } from './statistics.view';

/** How the quizzes of a chapter do: figures, and what they mean. Of people nothing is said. */
@Controller('chapters/:chapter')
export class StatisticsController {
  constructor(
    private readonly queries: AnalysisQueries,
    private readonly reports: Reports,
    private readonly exports: StatisticsExports,
    private readonly content: Content,
  ) {}

  @Get('statistics')
  @Allow(TrainerOfChapter)
  @Render('quizzes/quiz-list')
  async list(@Subject() own: OwnChapter, @InLanguage() language: Language) {
    const taken = await this.queries.takenIn(own.chapter.id);
    const titles = await Promise.all(taken.map(async ({ versionId }) => (await this.content.wordsOf(versionId, language)).text('title')));
    return quizListPage(own, taken, titles);
  }

  @Get('quizzes/:slug/statistics')
  @Allow(QuizOfChapter)
  @Render('quizzes/statistics')
  async statistics(
    @Subject() own: QuizOfTeam,
    @Query('attempts') asked: unknown,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
  ) {
    return statisticsPage(own, await this.reports.of(own.slug, own.chapter.id, populationIn(asked), language), viewer.steward);
  }

  /** The table as a file is asked for by a form, so that the audit can note it; only then is the file there. */
  @Post('quizzes/:slug/statistics/exports')
  @Allow(QuizOfChapter)
  async export(
    @Subject() own: QuizOfTeam,
    @Body(new FormPipe(ExportForm)) { values, errors, formId }: Submitted<ExportForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    response.redirect(303, await this.exports.note(own, values.attempts, { viewerId: viewer.id, formId }, request.arrivedAt));
  }

  @Get('quizzes/:slug/statistics.csv')
  @Allow(QuizOfChapter)
  async file(
    @Subject() own: QuizOfTeam,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.exports.noted(own, viewer.id, query['export'])))
      return response.redirect(303, `/chapters/${own.chapter.slug}/quizzes/${own.slug}/statistics`);
    const report = await this.reports.of(own.slug, own.chapter.id, populationIn(query['attempts']), language);
    response.attachment(`${own.slug}.csv`).type('text/csv; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.send(this.exports.table(report, language));
  }
}

function populationIn(asked: unknown): Population {
  return POPULATIONS.find((one) => one === asked) ?? 'first';
}

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { BoardExports } from './board-exports.service';
import { BoardLists } from './board-lists.service';
import { choiceOf } from './choice';
import { ExportForm } from './export.form';

/** The board as a file. It is asked for by a form, so that the audit can note it; only then is the file there. */
@Controller('cohorts/:cohort')
export class ExportsController {
  constructor(
    private readonly lists: BoardLists,
    private readonly exports: BoardExports,
  ) {}

  @Post('exports')
  @Allow(TrainerOfCohort)
  @EvenClosed()
  async export(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(ExportForm)) { values, errors, formId }: Submitted<ExportForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const choice = choiceOf({ ...values });
    response.redirect(303, await this.exports.note(own, choice, { viewerId: viewer.id, formId }, request.arrivedAt));
  }

  @Get('board.csv')
  @Allow(TrainerOfCohort)
  async file(
    @Subject() own: OwnCohort,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.exports.noted(own, viewer.id, query['export']))) return response.redirect(303, `/cohorts/${own.cohort.id}`);
    const board = await this.lists.of(own.cohort, choiceOf(query), language, now);
    response.attachment(`${own.cohort.name.replace(/[\\/]/g, '-')}.csv`).type('text/csv; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.send(this.exports.table(own, board, language, now));
  }
}

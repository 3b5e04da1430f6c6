import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfCohort, type OwnCohort } from '../../cohorts/cohort-team.guard';
import type { Language } from '../../kernel/language';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { RollExportForm } from './roll.form';
import { RollExports } from './roll-exports.service';
import { RollPages } from './roll-pages.service';

/** The roll as a file. It is asked for by a form, so that the audit can note it; only then is the file there. */
@Controller('cohorts/:cohort')
export class RollExportsController {
  constructor(
    private readonly pages: RollPages,
    private readonly exports: RollExports,
  ) {}

  @Post('certificates/exports')
  @Allow(LeadOfCohort)
  @EvenClosed()
  async export(
    @Subject() own: OwnCohort,
    @Body(new FormPipe(RollExportForm)) { values, errors, formId }: Submitted<RollExportForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const { goal } = await this.pages.lines(own.cohort, values.of, language);
    response.redirect(303, await this.exports.note(own, goal.about, { viewerId: viewer.id, formId }, request.arrivedAt));
  }

  @Get('roll.csv')
  @Allow(LeadOfCohort)
  async file(
    @Subject() own: OwnCohort,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.exports.noted(own, viewer.id, query['export'])))
      return response.redirect(303, `/cohorts/${own.cohort.id}/certificates`);
    const { lines, programme } = await this.pages.lines(own.cohort, query['of'], language);
    response.attachment(`${own.cohort.name.replace(/[\\/]/g, '-')}.csv`).type('text/csv; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.send(this.exports.table(own, lines, programme, language));
  }
}

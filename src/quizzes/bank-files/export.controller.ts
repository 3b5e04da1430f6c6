import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { type Bank, BankReader } from '../bank/bank.guard';
import { BankQueries } from '../bank/bank.queries';
import { addressOf } from '../bank/place';
import { choiceOf } from './choice';
import { TakeAwayForm } from './export.form';
import { exportPage } from './export.view';
import { fileOf } from './files';
import { Outtake } from './outtake.service';

/** Questions as files. A file is asked for by a form, so that the audit can note it; only then is it there. */
@Controller(['chapters/:chapter/questions', 'questions'])
export class ExportController {
  constructor(
    private readonly outtake: Outtake,
    private readonly queries: BankQueries,
  ) {}

  @Get('export')
  @Allow(BankReader)
  @Render('quizzes/export')
  async choose(@Subject() bank: Bank, @Query() query: Record<string, unknown>) {
    const choice = choiceOf(query);
    const [questions, facets] = await Promise.all([this.outtake.chosen(bank, choice), this.queries.facets(bank.chapter?.id ?? null)]);
    return exportPage(bank, choice, questions, facets);
  }

  @Post('exports')
  @Allow(BankReader)
  async export(
    @Subject() bank: Bank,
    @Body(new FormPipe(TakeAwayForm)) { values, errors, formId }: Submitted<TakeAwayForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    response.redirect(303, await this.outtake.note(bank, choiceOf({ ...values }), { viewerId: viewer.id, formId }, request.arrivedAt));
  }

  @Get('export/file')
  @Allow(BankReader)
  async file(
    @Subject() bank: Bank,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    if (!(await this.outtake.noted(bank, viewer.id, query['export']))) return response.redirect(303, `${addressOf(bank)}/export`);
    const choice = choiceOf(query);
    const { content, type, ending } = fileOf(choice.format, await this.outtake.chosen(bank, choice));
    response.attachment(`questions-${bank.chapter?.slug ?? 'shared'}.${ending}`).type(type);
    response.setHeader('cache-control', 'no-store');
    response.send(typeof content === 'string' ? content : Buffer.from(content));
  }
}

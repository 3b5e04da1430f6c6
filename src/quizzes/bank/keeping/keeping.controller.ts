import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import type { Language } from '../../../kernel/language';
import { Refusal } from '../../../kernel/refusal';
import { UnreadableForm } from '../../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Bank, BankReader, BankWriter } from '../bank.guard';
import { BankChanges } from '../bank-changes.service';
import { BankQuestions } from '../bank-questions.service';
import { CopyForm, RestoreForm, TryForm } from '../bank.form';
import { addressOf, authorIn } from '../place';
import { BankHistories } from './histories.service';
import { bankHistoryPage } from './history.view';
import { bankLookPage } from './look.view';
import { LookPages } from './look-pages.service';

/** A question that is kept: looked at, tried, copied, brought back as it was. */
@Controller(['chapters/:chapter/questions', 'questions'])
export class KeepingController {
  constructor(
    private readonly questions: BankQuestions,
    private readonly pages: LookPages,
    private readonly histories: BankHistories,
    private readonly changes: BankChanges,
    private readonly outcomes: Outcomes,
  ) {}

  @Get(':question/look')
  @Allow(BankReader)
  @Render('quizzes/bank-look')
  async look(@Subject() bank: Bank, @Param('question') id: string, @CurrentViewer() viewer: Viewer, @InLanguage() language: Language) {
    return bankLookPage(bank, { ...(await this.pages.of(bank, id, viewer)), tried: null }, language);
  }

  /** An answer that is graded in place; nothing of it is kept. */
  @Post(':question/look')
  @Allow(BankReader)
  async tryIt(
    @Subject() bank: Bank,
    @Param('question') id: string,
    @Body(new FormPipe(TryForm)) { values, errors }: Submitted<TryForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    const found = await this.pages.of(bank, id, viewer);
    const page = bankLookPage(bank, { ...found, tried: values, errors }, language);
    response.status(page.errors ? 422 : 200).render('quizzes/bank-look', page);
  }

  @Get(':question/history')
  @Allow(BankWriter)
  @Render('quizzes/bank-history')
  async history(@Subject() bank: Bank, @Param('question') id: string) {
    const question = await this.questions.byId(bank.chapter?.id ?? null, id);
    return bankHistoryPage(bank, question, await this.histories.of(question.id));
  }

  @Post(':question/history')
  @Allow(BankWriter)
  async restore(
    @Subject() bank: Bank,
    @Param('question') id: string,
    @Body(new FormPipe(RestoreForm)) { values, errors, formId }: Submitted<RestoreForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const question = await this.questions.byId(bank.chapter?.id ?? null, id);
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const at = { id: question.id, version: Number(values.version) };
    try {
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.histories.restore(write, authorIn(bank, viewer.id), at, Number(values.number), request.arrivedAt);
        return `${addressOf(bank)}/${question.id}`;
      });
      await redirectSaying(request, response, address, 'bank.flash.restored');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw new Refusal('bank.error.meanwhile');
    }
  }

  @Post('copies')
  @Allow(BankWriter)
  async copy(
    @Subject() bank: Bank,
    @Body(new FormPipe(CopyForm)) { values, errors, formId }: Submitted<CopyForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const id = await this.changes.copy(write, authorIn(bank, viewer.id), values.question, request.arrivedAt);
      return `${addressOf(bank)}/${id}`;
    });
    await redirectSaying(request, response, address, 'bank.flash.copied');
  }
}

import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import type { Language } from '../../../kernel/language';
import { UnreadableForm } from '../../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Bank, BankWriter } from '../bank.guard';
import { BankQuestions } from '../bank-questions.service';
import type { BankQuestion } from '../bank-question.entity';
import { WritingForm } from '../bank.form';
import { tooMuch } from '../limits';
import { addressOf, authorIn } from '../place';
import { writtenOf } from '../rows';
import { bankStalePage } from './stale.view';
import { draftIn, newDraft, nextQuery } from './begin';
import { checks } from './checks';
import { type Draft, strangeList } from './draft';
import { fromDraft } from './from-draft';
import { pressed } from './presses';
import { toDraft } from './to-draft';
import { bankWritePage, type Writing } from './write.view';
import { WritingPages } from './writing-pages.service';

/** Writing a question of any type, new or again. */
@Controller(['chapters/:chapter/questions', 'questions'])
export class WritingController {
  constructor(
    private readonly questions: BankQuestions,
    private readonly pages: WritingPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('new')
  @Allow(BankWriter)
  @Render('quizzes/bank-write')
  begin(@Subject() bank: Bank, @Query() query: Record<string, unknown>, @InLanguage() language: Language) {
    return this.page(bank, { draft: newDraft(query, bank.chapter?.language ?? language), question: null });
  }

  @Post('new')
  @Allow(BankWriter)
  add(
    @Subject() bank: Bank,
    @Body(new FormPipe(WritingForm)) form: Submitted<WritingForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.take(bank, null, form, viewer, request, response);
  }

  @Get(':question')
  @Allow(BankWriter)
  @Render('quizzes/bank-write')
  async again(@Subject() bank: Bank, @Param('question') id: string) {
    const question = await this.questions.byId(bank.chapter?.id ?? null, id);
    return this.page(bank, { draft: toDraft(writtenOf(question)), question });
  }

  @Post(':question')
  @Allow(BankWriter)
  async change(
    @Subject() bank: Bank,
    @Param('question') id: string,
    @Body(new FormPipe(WritingForm)) form: Submitted<WritingForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const question = await this.questions.byId(bank.chapter?.id ?? null, id);
    await this.take(bank, question, form, viewer, request, response);
  }

  private async take(
    bank: Bank,
    question: BankQuestion | null,
    { values, errors: broken, formId }: Submitted<WritingForm>,
    viewer: Viewer,
    request: Request,
    response: Response,
  ): Promise<void> {
    const given = draftIn(values);
    const strange = strangeList(given);
    if (strange) throw new UnreadableForm('shape', strange);
    const step = pressed(given, values.do);
    const render = async (status: number, shown: Omit<Writing, 'beside' | 'written' | 'question'>) =>
      response.status(status).render('quizzes/bank-write', await this.page(bank, { ...shown, question }));
    if (step && broken.length) return render(422, { draft: step.draft, errors: broken });
    if (step) return render(200, { ...step, tried: values.do === 'try' || values.up || values.down ? values : null });
    const { written, mistakes } = this.read(bank, given, question);
    const wrong = checks(written).filter(({ level }) => level === 'error');
    const over = tooMuch(written);
    const errors = [
      ...broken,
      ...mistakes,
      ...wrong,
      ...(over ? [{ field: over.field, key: over.key, details: over.details }] : []),
    ].filter((one, at, all) => all.findIndex(({ field }) => field === one.field) === at);
    if (errors.length) return render(422, { draft: given, errors });
    const author = authorIn(bank, viewer.id);
    try {
      const id = await this.outcomes.run(viewer.id, formId, async (write) => {
        if (!question) return (await this.questions.take(write, author, [written], request.arrivedAt, 'written')).ids[0]!;
        const at = { id: question.id, version: Number(values.version) };
        await this.questions.change(write, author, at, written, request.arrivedAt);
        return question.id;
      });
      const next = values.do === 'save-next' ? `new${nextQuery(written)}` : id;
      await redirectSaying(request, response, `${addressOf(bank)}/${next}`, 'bank.flash.saved');
    } catch (error) {
      if (!(error instanceof Conflict) || !question) throw error;
      const theirs = await this.questions.byId(bank.chapter?.id ?? null, question.id);
      response
        .status(409)
        .render('quizzes/bank-stale', bankStalePage(bank, theirs, written, request.body as Record<string, string | string[]>));
    }
  }

  private read(bank: Bank, draft: Draft, question: BankQuestion | null) {
    return fromDraft(draft, question && writtenOf(question), bank.chapter?.language ?? 'en');
  }

  private async page(bank: Bank, { question, ...shown }: Omit<Writing, 'beside' | 'written'>) {
    const { written } = this.read(bank, shown.draft, question);
    return bankWritePage(bank, { ...shown, question, written, beside: await this.pages.beside(bank, written, question?.id ?? null) });
  }
}

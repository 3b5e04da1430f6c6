import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Phrases } from '../../languages/phrases';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { type Bank, BankWriter } from '../bank/bank.guard';
import { BankQuestions } from '../bank/bank-questions.service';
import { addressOf, authorIn } from '../bank/place';
import { longId, MOST_CHOSEN, shortId } from './choice';
import { ImportForm } from './import.form';
import { importCheckPage, importPage, importTakenPage } from './import.view';
import { Intake, type Looked, type Verdict } from './intake.service';
import { tableTemplate } from './template';

const COUNTED: readonly Verdict[] = ['new', 'changed', 'same'];

/** Questions from files: looked at first, mended, then taken in, all or none. */
@Controller(['chapters/:chapter/questions/import', 'questions/import'])
export class ImportController {
  constructor(
    private readonly intake: Intake,
    private readonly bank: BankQuestions,
    private readonly outcomes: Outcomes,
    private readonly phrases: Phrases,
  ) {}

  @Get()
  @Allow(BankWriter)
  @Render('quizzes/import')
  begin(@Subject() bank: Bank, @InLanguage() language: Language) {
    return importPage(bank, language);
  }

  @Get('template.csv')
  @Allow(BankWriter)
  template(@InLanguage() language: Language, @Res() response: Response): void {
    response.attachment('questions.csv').type('text/csv; charset=utf-8');
    response.send(tableTemplate(this.phrases.in(language, (text) => text.replace(/[\u2066-\u2069]/g, ''))));
  }

  @Post()
  @Allow(BankWriter)
  async look(
    @Subject() bank: Bank,
    @Body(new FormPipe(ImportForm)) { values, errors, formId }: Submitted<ImportForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const again = (status: number, wrong: typeof errors) =>
      response.status(status).render('quizzes/import', importPage(bank, values.language, values.text, wrong));
    if (errors.length) return again(422, errors);
    const file = request.upload ? { bytes: request.upload, name: request.uploadName ?? '' } : null;
    const left = /^\d{1,6}$/.test(values.left) && !file ? Number(values.left) : 0;
    const looked = await this.intake.read({ ...values, name: values.called, left }, file, bank.chapter?.id ?? null, values.fix);
    if ('field' in looked) return again(422, [looked]);
    if (values.do === 'look' || values.fix || file)
      return response.status(200).render('quizzes/import-check', importCheckPage(bank, looked));
    const wrong = refusalOf(looked, values.leave === 'yes');
    if (wrong) return response.status(422).render('quizzes/import-check', importCheckPage(bank, looked, [wrong]));
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const ids = await this.intake.take(write, authorIn(bank, viewer.id), looked.writtens, request.arrivedAt);
      return `${addressOf(bank)}/import/taken?${resultOf(looked, ids)}`;
    });
    response.redirect(303, address);
  }

  @Get('taken')
  @Allow(BankWriter)
  @Render('quizzes/import-taken')
  async taken(@Subject() bank: Bank, @Query() query: Record<string, unknown>) {
    const ids = typeof query['questions'] === 'string' ? query['questions'].split(',', MOST_CHOSEN).map(longId) : [];
    const counts = Object.fromEntries(COUNTED.map((one) => [one, countIn(query[one])])) as Record<Verdict, number>;
    return importTakenPage(bank, await this.bank.byIds(bank.chapter?.id ?? null, ids), counts);
  }
}

/** Why these questions cannot be taken in yet. */
function refusalOf({ questions, faulty }: Looked, leave: boolean): FormError | null {
  if (!questions.length) return { field: 'text', key: 'formats.error.none', details: {} };
  return faulty && !leave ? { field: 'leave', key: 'formats.error.faulty', details: { count: faulty } } : null;
}

/** What became of them, as the next page's address says it. A quiz has no more than a hundred. */
function resultOf({ verdicts }: Looked, ids: string[]): string {
  const counts = COUNTED.map((one): [string, string] => [one, String(verdicts.filter((verdict) => verdict === one).length)]);
  const questions: [string, string][] = ids.length <= MOST_CHOSEN ? [['questions', [...new Set(ids)].map(shortId).join(',')]] : [];
  return new URLSearchParams([...counts, ...questions]).toString();
}

const countIn = (value: unknown): number => (typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : 0);

import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../../database/conflict';
import { Outcomes } from '../../../database/outcomes.service';
import { isLanguage, type Language } from '../../../kernel/language';
import { NotFound } from '../../../kernel/not-found';
import { UnreadableForm } from '../../../web/errors/outcomes';
import { type FormError, FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import { redirectSaying } from '../../../web/sessions/flash';
import { type Bank, BankWriter } from '../bank.guard';
import { BankQuestions } from '../bank-questions.service';
import type { BankQuestion } from '../bank-question.entity';
import { WordsForm } from '../bank.form';
import { tooMuch } from '../limits';
import { addressOf, authorIn } from '../place';
import { writtenOf } from '../rows';
import { bankStalePage } from '../writing/stale.view';
import { withWords, wordRows } from './wording';
import { bankWordsPage } from './words.view';

/** The words of a question in other languages than the one it was written in; its key stays one. */
@Controller(['chapters/:chapter/questions', 'questions'])
export class WordingController {
  constructor(
    private readonly questions: BankQuestions,
    private readonly outcomes: Outcomes,
  ) {}

  @Get(':question/words/:language')
  @Allow(BankWriter)
  @Render('quizzes/bank-words')
  async words(@Subject() bank: Bank, @Param('question') id: string, @Param('language') code: string) {
    const { question, language } = await this.find(bank, id, code);
    return bankWordsPage(bank, question, language);
  }

  @Post(':question/words/:language')
  @Allow(BankWriter)
  async say(
    @Subject() bank: Bank,
    @Param('question') id: string,
    @Param('language') code: string,
    @Body(new FormPipe(WordsForm)) { values, errors: broken, formId }: Submitted<WordsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { question, language } = await this.find(bank, id, code);
    if (!fits(values, question)) throw new UnreadableForm('shape', 'keys');
    const typed = new Map(values.keys.map((key, index) => [key, values.texts[index] ?? '']));
    const written = withWords(writtenOf(question), language, typed);
    const errors = broken.length ? broken : tooLong(written);
    if (errors.length) return response.status(422).render('quizzes/bank-words', bankWordsPage(bank, question, language, typed, errors));
    const held = {
      language,
      keys: values.fresh.flatMap((index) => values.keys[Number(index)] ?? []).map((key) => (key.endsWith('.answers') ? `${key}.1` : key)),
    };
    const address = `${addressOf(bank)}/${question.id}/words/${language}`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        const at = { id: question.id, version: Number(values.version) };
        await this.questions.change(write, authorIn(bank, viewer.id), at, written, request.arrivedAt, 'translated', held);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = await this.questions.byId(question.chapterId, question.id);
      const mine = withWords(writtenOf(theirs), language, typed);
      const body = request.body as Record<string, string | string[]>;
      return response.status(409).render('quizzes/bank-stale', bankStalePage(bank, theirs, mine, body, `/words/${language}`));
    }
    await redirectSaying(request, response, address, 'bank.flash.translated');
  }

  private async find(bank: Bank, id: string, code: string): Promise<{ question: BankQuestion; language: Language }> {
    const question = await this.questions.byId(bank.chapter?.id ?? null, id);
    if (!isLanguage(code) || code === question.language) throw new NotFound();
    return { question, language: code };
  }
}

/** Whether the fields are those of the page: a text for each key, keys that the question has, and places among them. */
function fits({ keys, texts, fresh }: WordsForm, question: BankQuestion): boolean {
  const known = new Set(wordRows(question, question.language).map(({ key }) => key));
  return (
    keys.length === texts.length &&
    keys.every((key) => known.has(key)) &&
    fresh.every((place) => /^\d+$/.test(place) && Number(place) < keys.length)
  );
}

function tooLong(written: Parameters<typeof tooMuch>[0]): FormError[] {
  const found = tooMuch(written);
  return found ? [{ ...found, field: 'texts' }] : [];
}

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { formatDate } from '../../languages/formats';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { UnreadableForm } from '../../web/errors/outcomes';
import type { Page } from '../../web/views/page';
import { arranged } from '../arrangement';
import { emptyGiven, type Fields, readGiven } from '../given';
import { writtenIn } from '../in-words';
import { type Question, questionAt, type Quiz } from '../question';
import { isTimeUp } from '../timing';
import type { Answer } from './answer.entity';
import { AnswerForm } from './attempt.form';
import { Attempts } from './attempts.service';
import { decoded } from './codes';
import { fieldsOf, foreignField } from './fields';
import { questionPage } from './question.view';
import { type BegunAttempt, type OpenAttempt, OwnAttempt, OwnBegunAttempt } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';
import { stalePage } from './stale.view';

interface PostedAnswer {
  open: BegunAttempt;
  number: string;
  quiz: Quiz;
  question: Question;
  form: Submitted<AnswerForm>;
  /** Its fields, with the keys of options. */
  typed: Fields;
  language: Language;
}

@Controller('attempts/:attempt/questions/:number')
export class QuestionController {
  constructor(
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async question(
    @Subject() open: OpenAttempt,
    @Param('number') number: string,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const { attempt } = open;
    const { quiz, question } = await this.find(open, number);
    if (attempt.handedInAt || (await this.attempts.closeWhenOver(open, now)))
      return response.redirect(303, `/attempts/${attempt.id}/result`);
    response.render('quizzes/question', await this.page(open, quiz, question, language, now));
  }

  @Post()
  @Allow(OwnBegunAttempt)
  async save(
    @Subject() open: BegunAttempt,
    @Param('number') number: string,
    @Body(new FormPipe(AnswerForm)) form: Submitted<AnswerForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { quiz, question } = await this.find(open, number);
    const typed = decoded(fieldsOf(form.values), arranged(question, open.attempt.id));
    try {
      await this.take({ open, number, quiz, question, form, typed, language }, request, response);
    } catch (error) {
      const words = await this.content.wordsOf(open.attempt.quizVersionId, language).catch(() => null);
      if (words) response.locals['written'] = writtenIn(question, typed, words, (response.locals['page'] as Page).say);
      throw error;
    }
  }

  private async take(
    { open, number, quiz, question, form, typed, language }: PostedAnswer,
    request: Request,
    response: Response,
  ): Promise<void> {
    let { attempt } = open;
    const now = request.arrivedAt;
    const foreign = foreignField(question.type, form.values);
    if (foreign) throw new UnreadableForm('unknown-field', foreign);
    const read = readGiven(question, typed);
    const errors = 'refused' in read ? [{ field: read.field, key: read.refused, details: read.details }] : form.errors;
    if (errors.length || isTimeUp(now, attempt.endsAt)) {
      const fresh = await present(open); // its end may have moved since it began
      await this.attempts.assertOpen(fresh, now);
      attempt = fresh.attempt;
    }
    const script = request.get('x-requested-with') === 'fetch' ? (response.locals['page'] as Page) : null;
    const last = !script && isTimeUp(now, attempt.endsAt); // the page's clock has sent this: it is the last word, whatever it holds
    if ('refused' in read || errors.length) {
      if (last) return this.close(open, now, response);
      const [first] = errors;
      if (script) return void response.status(422).json({ message: script.say(first!.key, first!.details) });
      return response.status(422).render('quizzes/question', await this.page(open, quiz, question, language, now, { errors, typed }));
    }
    const posted = { sequence: Number(form.values.sequence), page: form.formId, turn: Number(form.values.turn ?? '0') };
    const result = await this.attempts.save(attempt.id, question.key, read.given, posted, now);
    if (result.saved && last) return this.close(open, now, response);
    if (result.saved && script) {
      return void response.status(200).json({ time: timeOf(result.answer, script), sequence: result.answer.sequence });
    }
    if (result.saved) return response.redirect(303, placeAfter(attempt.id, number, quiz, form.values));
    if (script)
      return void response.status(409).json({ message: script.say('quizzes.stale.text', { time: timeOf(result.newer, script) }) });
    const words = await this.content.wordsOf(attempt.quizVersionId, language);
    const stale = stalePage({
      question,
      words,
      number,
      attemptId: attempt.id,
      newer: result.newer,
      mine: read.given,
      form: form.values,
      say: (response.locals['page'] as Page).say,
    });
    response.status(409).render('quizzes/stale', stale);
  }

  private async close({ attempt, study }: OpenAttempt, now: Date, response: Response): Promise<void> {
    await this.attempts.handIn(attempt.id, await study(), now);
    response.redirect(303, `/attempts/${attempt.id}/result`);
  }

  private async find({ attempt }: OpenAttempt, number: string): Promise<{ quiz: Quiz; question: Question }> {
    const quiz = await this.quizzes.quiz(attempt.quizVersionId);
    const question = /^[1-9]\d{0,2}$/.test(number) ? questionAt(quiz, Number(number)) : null;
    if (!question) throw new NotFound();
    return { quiz, question };
  }

  private async page(
    open: OpenAttempt,
    quiz: Quiz,
    question: Question,
    language: Language,
    now: Date,
    wrong: Parameters<typeof questionPage>[1]['wrong'] = null,
  ) {
    const [words, answers] = await Promise.all([
      this.content.wordsOf(open.attempt.quizVersionId, language),
      this.attempts.answersOf(open.attempt.id),
    ]);
    const answer = answers.find((one) => one.question === question.key) ?? null;
    const given = answer?.given ?? emptyGiven(question);
    return questionPage(open.attempt, { quiz, question, words, answers, answer, given, now, wrong });
  }
}

async function present(open: BegunAttempt): Promise<OpenAttempt> {
  const now = await open.afresh();
  if (!now) throw new NotFound();
  return now;
}

const timeOf = ({ savedAt }: Answer, { language, zone }: Page): string => formatDate(savedAt, 'seconds', language, zone);

/** Where somebody goes after saving: to the question they asked for or the next one, and from the last one to all answers. */
function placeAfter(attemptId: string, number: string, { questions }: Quiz, { up, down, go }: AnswerForm): string {
  const next = up || down ? number : (go ?? String(Number(number) + 1));
  const toSummary = next === 'summary' || Number(next) > questions.length || Number(next) < 1;
  return toSummary ? `/attempts/${attemptId}` : `/attempts/${attemptId}/questions/${next}`;
}

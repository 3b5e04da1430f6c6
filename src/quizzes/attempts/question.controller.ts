import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Content } from '../../content/content.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { formatDate } from '../../languages/formats';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import { arranged } from '../arrangement';
import { emptyGiven, readGiven } from '../given';
import { type Question, questionAt, type Quiz } from '../question';
import type { Answer } from './answer.entity';
import { AnswerForm } from './attempt.form';
import { Attempts } from './attempts.service';
import { decoded } from './codes';
import { fieldsOf } from './fields';
import { questionPage } from './question.view';
import { type OpenAttempt, OwnAttempt } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';
import { stalePage } from './stale.view';

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
    if (attempt.handedInAt || (await this.attempts.closeWhenOver(open, now))) return response.redirect(303, `/attempts/${attempt.id}/result`);
    response.render('quizzes/question', await this.page(open, quiz, question, language, now));
  }

  @Post()
  @Allow(OwnAttempt)
  async save(
    @Subject() open: OpenAttempt,
    @Param('number') number: string,
    @Body(new FormPipe(AnswerForm)) form: Submitted<AnswerForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { attempt } = open;
    const now = request.arrivedAt;
    const { quiz, question } = await this.find(open, number);
    const arrangement = arranged(question, attempt.id);
    const read = readGiven(question, decoded(fieldsOf(form.values), arrangement));
    const refused = 'refused' in read ? [{ field: read.field, key: read.refused, details: read.details }] : form.errors;
    if ('refused' in read || refused.length) {
      return response.status(422).render('quizzes/question', await this.page(open, quiz, question, language, now, { errors: refused, typed: form.values }));
    }
    const posted = { sequence: Number(form.values.sequence), page: form.formId, turn: Number(form.values.turn ?? '0') };
    const result = await this.attempts.save(attempt.id, question.key, read.given, posted, now);
    if (!result.saved) {
      const words = await this.content.wordsOf(attempt.quizVersionId, language);
      return response.status(409).render('quizzes/stale', stalePage({ question, words, number, attemptId: attempt.id, newer: result.newer, mine: read.given, form: form.values }));
    }
    this.answer(request, response, attempt.id, number, quiz, form.values, result.answer);
  }

  private answer(request: Request, response: Response, attemptId: string, number: string, quiz: Quiz, form: AnswerForm, saved: Answer): void {
    if (request.get('x-requested-with') === 'fetch') {
      const { language, zone } = response.locals['page'] as Page;
      response.json({ time: formatDate(saved.savedAt, 'seconds', language, zone), sequence: saved.sequence });
      return;
    }
    const moved = form.up ?? form.down;
    const next = moved ? number : (form.go ?? String(Number(number) + 1));
    const toSummary = next === 'summary' || Number(next) > quiz.questions.length || Number(next) < 1;
    response.redirect(303, toSummary ? `/attempts/${attemptId}` : `/attempts/${attemptId}/questions/${next}`);
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
    const [words, answers] = await Promise.all([this.content.wordsOf(open.attempt.quizVersionId, language), this.attempts.answersOf(open.attempt.id)]);
    const answer = answers.find((one) => one.question === question.key) ?? null;
    const given = answer?.given ?? emptyGiven(question);
    return questionPage(open.attempt, { quiz, question, words, answers, answer, given, now, wrong });
  }
}

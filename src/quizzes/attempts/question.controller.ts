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
import { optionsOf, type Paper } from '../sitting/draws';
import { writtenIn } from '../questions/in-words';
import { type Question, questionAt } from '../questions/question';
import { isInGrace } from '../sitting/timing';
import { AnswerForm } from './attempt.form';
import { Attempts } from './attempts.service';
import { decoded } from './codes';
import { fieldsOf } from './fields';
import { inSequence, type PostedAnswer, PostedAnswers, type Taken } from './posted-answers.service';
import { QuestionPages } from './question-pages.service';
import { type BegunAttempt, type OpenAttempt, OwnAttempt, OwnBegunAttempt } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';

@Controller('attempts/:attempt/questions/:number')
export class QuestionController {
  constructor(
    private readonly attempts: Attempts,
    private readonly answers: PostedAnswers,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly pages: QuestionPages,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async question(
    @Subject() { attempt }: OpenAttempt,
    @Param('number') typed: string,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const { paper, question, number } = await this.find(attempt, typed);
    const state = await this.attempts.stateOf(attempt, now);
    if (state === 'overdue') return response.redirect(303, `/attempts/${attempt.id}`);
    if (state !== 'in-progress') return response.redirect(303, `/attempts/${attempt.id}/result`);
    if (inSequence(paper, number) !== null && number !== attempt.reached)
      return response.redirect(303, `/attempts/${attempt.id}/questions/${attempt.reached}`);
    response.render('quizzes/question', await this.pages.question(attempt, { paper, question, number, language, now }));
  }

  @Post()
  @Allow(OwnBegunAttempt)
  async save(
    @Subject() open: BegunAttempt,
    @Param('number') place: string,
    @Body(new FormPipe(AnswerForm)) form: Submitted<AnswerForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { paper, question, number } = await this.find(open.attempt, place);
    const typed = decoded(fieldsOf(form.values), optionsOf(paper, question, open.attempt.id));
    const byScript = request.get('x-requested-with') === 'fetch';
    const { go, check, up, down, skip, flag } = form.values;
    const byItself = byScript && !go && !check && !up && !down && !skip && !flag;
    const posted: PostedAnswer = { open, number, paper, question, form, typed, language, byItself };
    try {
      const taken = await this.answers.take(posted, request.arrivedAt);
      if (byScript) tell(taken, open, request.arrivedAt, response);
      else await this.show(taken, posted, request.arrivedAt, response);
    } catch (error) {
      const words = await this.content.wordsOf(open.attempt.quizVersionId, language).catch(() => null);
      if (words) response.locals['written'] = writtenIn(question, typed, words, (response.locals['page'] as Page).say);
      throw error;
    }
  }

  private async show(taken: Taken, posted: PostedAnswer, now: Date, response: Response): Promise<void> {
    const { open, paper, question, number, language, typed, form } = posted;
    if (taken.kind === 'saved') return response.redirect(303, taken.to!);
    if (taken.kind === 'stale') {
      const { say } = response.locals['page'] as Page;
      const sent = { newer: taken.newer, mine: taken.mine, form: form.values };
      const stale = await this.pages.stale(open.attempt, { question, number, language, say, ...sent });
      return response.status(409).render('quizzes/stale', stale);
    }
    // What was saved before it was refused is shown as it is saved.
    const wrong = { errors: taken.errors, typed: taken.saved ? null : typed };
    const page = await this.pages.question(open.attempt, { paper, question, number, language, now, wrong });
    response.status(422).render('quizzes/question', page);
  }

  private async find(
    attempt: { id: string; quizVersionId: string },
    typed: string,
  ): Promise<{ paper: Paper; question: Question; number: number }> {
    const paper = await this.quizzes.paper(attempt);
    const question = /^[1-9]\d{0,2}$/.test(typed) ? questionAt(paper, Number(typed)) : null;
    if (!question) throw new NotFound();
    return { paper, question, number: Number(typed) };
  }
}

/** What the page's script hears: when it was saved and how often, where to go after a press, or a sentence that says why not. */
function tell(taken: Taken, { attempt }: BegunAttempt, now: Date, response: Response): void {
  const page = response.locals['page'] as Page;
  const time = (at: Date) => formatDate(at, 'seconds', page.language, page.zone);
  if (taken.kind === 'stale')
    return void response.status(409).json({ message: page.say('quizzes.stale.text', { time: time(taken.newer.savedAt) }) });
  if (taken.kind === 'wrong') return void response.status(422).json({ message: page.say(taken.errors[0]!.key, taken.errors[0]!.details) });
  const { answer, to, late } = taken;
  const message = answer && isInGrace(now, attempt.endsAt) ? page.say('taking.saved-in-grace', { time: time(answer.savedAt) }) : undefined;
  response.status(200).json({ ...(answer && { time: time(answer.savedAt), sequence: answer.sequence }), ...(to && { to }), message, late });
}

import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { arranged } from '../questions/arrangement';
import { Attempt } from '../attempts/attempt.entity';
import { decoded } from '../attempts/codes';
import { fieldsOf, foreignField } from '../attempts/fields';
import { isEmpty, readGiven } from '../questions/given';
import { grade } from '../questions/grading';
import { Cards } from './cards.service';
import { OwnCard } from './own-card.guard';
import { ratingOf } from './recall';
import type { CardRow } from './recall.queries';
import { RememberForm, StopForm, WishForm } from './remember.form';
import { rememberedPage, rememberPage, seedOf } from './remember.view';
import { Remembering } from './remembering.service';

/** A few questions a day that somebody missed once. It is offered, never owed, and counts nowhere. */
@Controller('remember')
export class RememberController {
  constructor(
    private readonly cards: Cards,
    private readonly remembering: Remembering,
    private readonly outcomes: Outcomes,
    private readonly database: Database,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('quizzes/remember')
  async remember(@CurrentViewer() { id }: Viewer, @Query('hint') hint: unknown, @InLanguage() language: Language, @Now() now: Date) {
    const [today, wished] = await Promise.all([this.remembering.today(id, now), this.cards.wishes(id)]);
    const first = today.cards[0] ? await this.remembering.question(today.cards[0], language) : null;
    return rememberPage(today, wished, first, { hinted: hint === 'yes' });
  }

  @Post('wish')
  @Allow(SignedIn)
  async wish(
    @Body(new FormPipe(WishForm)) { values, errors, formId }: Submitted<WishForm>,
    @CurrentViewer() { id: personId }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const own = values.attempt ? await this.database.read(Attempt).findOneBy({ id: values.attempt, personId }) : null;
    if (values.attempt && !own) throw new NotFound();
    await this.outcomes.run(personId, formId, async (write) => {
      await this.cards.wish(write, personId, request.arrivedAt);
      if (own) await this.cards.collect(write, own.id, request.arrivedAt);
      return '/remember';
    });
    await redirectSaying(request, response, '/remember', 'analysis.flash.wished');
  }

  @Post('stop')
  @Allow(SignedIn)
  async stop(
    @Body(new FormPipe(StopForm)) { formId }: Submitted<StopForm>,
    @CurrentViewer() { id }: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.outcomes.run(id, formId, async (write) => {
      await this.cards.stop(write, id);
      return '/remember';
    });
    await redirectSaying(request, response, '/remember', 'analysis.flash.stopped');
  }

  /** What was answered last, beside what is right. */
  @Get(':card')
  @Allow(OwnCard)
  @Render('quizzes/remembered')
  async remembered(@Subject() card: CardRow, @CurrentViewer() { id }: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    if (card.given === null) throw new NotFound();
    const [asked, today] = [await this.remembering.question(card, language), await this.remembering.today(id, now)];
    return rememberedPage(asked, today);
  }

  @Post(':card')
  @Allow(OwnCard)
  async answer(
    @Subject() card: CardRow,
    @Body(new FormPipe(RememberForm)) { values, errors: broken, formId }: Submitted<RememberForm>,
    @CurrentViewer() { id: personId }: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const asked = await this.remembering.question(card, language);
    const { question, accepted } = asked;
    const foreign = foreignField(question.type, values);
    if (foreign) throw new UnreadableForm('unknown-field', foreign);
    const typed = decoded(fieldsOf(values), arranged(question, seedOf(card)));
    const read = readGiven(question, typed);
    const state = { hinted: values.hinted === 'yes', typed };
    const errors = 'refused' in read ? [{ field: 'answer', key: read.refused, details: read.details }] : broken;
    if ('refused' in read || errors.length || values.up || values.down || isEmpty(read.given)) {
      const empty = errors.length || values.up || values.down ? [] : [{ field: 'answer', key: 'analysis.error.no-answer', details: {} }];
      const given = 'given' in read ? read.given : null;
      const page = rememberPage(await this.remembering.today(personId, now), true, asked, {
        ...state,
        given,
        errors: [...errors, ...empty],
      });
      return response.status(page.errors ? 422 : 200).render('quizzes/remember', page);
    }
    const right = grade(question, read.given, accepted).outcome === 'right';
    const rating = ratingOf({ right, hinted: state.hinted, certain: values.certain === 'yes' });
    try {
      const address = await this.outcomes.run(personId, formId, async (write) => {
        await this.cards.answer(write, { ...card, version: Number(values.version) }, { rating, given: read.given }, now);
        return `/remember/${card.id}`;
      });
      response.redirect(303, address);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw new Refusal('analysis.refusal.remembered');
    }
  }
}

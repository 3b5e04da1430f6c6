import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Applying } from './applying.service';
import { CorrectionForm, keyInAddress } from './correction.form';
import { correctionPage } from './correction.view';
import { CorrectionNotes } from './correction-notes.service';
import { CorrectionPages } from './correction-pages.service';
import { QuestionOfQuiz, type QuestionOfTeam } from './question-of-team.guard';

/** A key that was found to be wrong: what another one would do, and doing it. */
@Controller('chapters/:chapter/quizzes/:slug/corrections/:question')
export class CorrectionController {
  constructor(
    private readonly pages: CorrectionPages,
    private readonly notes: CorrectionNotes,
    private readonly applying: Applying,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(QuestionOfQuiz)
  async key(
    @Subject() own: QuestionOfTeam,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() { steward }: Viewer,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const page = await this.pages.of(own, keyInAddress(query), { steward, language }, now);
    const errors = page.refused ? [{ field: 'answer', key: page.refused, details: {} }] : [];
    response.status(errors.length ? 422 : 200).render('quizzes/correction', correctionPage(own, page, keyInAddress(query), null, errors));
  }

  @Post()
  @Allow(QuestionOfQuiz)
  async correct(
    @Subject() own: QuestionOfTeam,
    @Body(new FormPipe(CorrectionForm)) { values, errors: broken, formId }: Submitted<CorrectionForm>,
    @CurrentViewer() { id: byId, steward }: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const show = async (status: number, errors: FormError[]) => {
      const page = await this.pages.of(own, values, { steward, language }, now);
      const all = page.refused ? [{ field: 'answer', key: page.refused, details: {} }, ...errors] : errors;
      response.status(status).render('quizzes/correction', correctionPage(own, page, values, values, all));
    };
    if (broken.length) return show(422, broken);
    const { proposal } = await this.pages.of(own, values, { steward, language }, now);
    const statistics = `/chapters/${own.chapter.slug}/quizzes/${own.slug}/statistics`;
    let made = null as string | null;
    try {
      await this.outcomes.run(byId, formId, async (write) => {
        if (!proposal) throw new NothingNew(); // sent again, the form is known before it is read
        const how = { policy: values.policy, reason: values.reason, byId, seenIn: own.chapter.id, known: Number(values.known) };
        made = await this.notes.add(write, proposal, how, now);
        return statistics;
      });
    } catch (error) {
      if (error instanceof NothingNew) return show(422, []);
      if (!(error instanceof Conflict)) throw error;
      return show(409, [{ field: 'answer', key: 'analysis.error.meanwhile', details: {} }]);
    }
    if (made) await this.applying.apply(made, now);
    await redirectSaying(request, response, statistics, 'analysis.flash.corrected');
  }
}

class NothingNew extends Error {}

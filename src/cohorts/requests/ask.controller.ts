import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Anyone, SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { askPage } from './ask.view';
import { AskedCohorts } from './asked-cohorts.service';
import { Newcomers } from './newcomers.service';
import { AskForm, NewcomerForm } from './request.form';
import { Requests } from './requests.service';

/** Asking to join a cohort: the form, the answer, thinking better of it. */
@Controller('ask/:cohort')
export class AskController {
  constructor(
    private readonly asked: AskedCohorts,
    private readonly requests: Requests,
    private readonly newcomers: Newcomers,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('cohorts/ask')
  async look(@Param('cohort') id: string, @PerhapsViewer() viewer: Viewer | null, @Now() now: Date) {
    return askPage(await this.asked.find(id, viewer?.id ?? null, now), viewer);
  }

  @Post()
  @Allow(SignedIn)
  async ask(
    @Param('cohort') id: string,
    @Body(new FormPipe(AskForm)) { values, errors, formId }: Submitted<AskForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const found = await this.asked.find(id, viewer.id, now);
    const typed = { message: values.message };
    if (errors.length) return response.status(422).render('cohorts/ask', askPage(found, viewer, typed, errors));
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.requests.ask(write, found.cohort, viewer.id, values.message, now);
      return `/ask/${id}`;
    });
    await redirectSaying(request, response, address, 'ways.flash.asked');
  }

  /** Somebody new proves their address first: whether it has an account is told only to whoever reads its mail. */
  @Post('letter')
  @Allow(Anyone)
  async letter(
    @Param('cohort') id: string,
    @Body(new FormPipe(NewcomerForm)) { values, errors, formId }: Submitted<NewcomerForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const found = await this.asked.find(id, null, now);
    const typed = { email: values.email };
    if (errors.length) return response.status(422).render('cohorts/ask', askPage(found, null, typed, errors));
    await this.newcomers.write(found.cohort, { email: values.email, ip: request.ip, language, formId }, now);
    response.status(200).render('cohorts/ask', askPage(found, null, { sent: values.email }));
  }

  @Post('taken-back')
  @Allow(SignedIn)
  async takeBack(
    @Param('cohort') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.asked.find(id, viewer.id, request.arrivedAt);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.requests.takeBack(write, id, viewer.id);
      return '/learning';
    });
    await redirectSaying(request, response, address, 'ways.flash.taken-back');
  }
}

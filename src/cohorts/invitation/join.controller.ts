import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ArrivalForm } from '../../chapters/arrivals/arrival.form';
import { Arrivals } from '../../chapters/arrivals/arrivals.service';
import { Outcomes } from '../../database/outcomes.service';
import { emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Anyone, SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { WaitingLists } from '../waiting/waiting-lists.service';
import { type Entrance, Entrances } from './entrances.service';
import { joinPage, notOpenPage } from './join.view';
import { Offers } from './offers.service';

/** What the holder of an invitation link sees. */
@Controller('join/:token')
export class JoinController {
  constructor(
    private readonly entrances: Entrances,
    private readonly offers: Offers,
    private readonly arrivals: Arrivals,
    private readonly outcomes: Outcomes,
    private readonly waiting: WaitingLists,
  ) {}

  @Get()
  @Allow(Anyone)
  async look(
    @Param('token') token: string,
    @PerhapsViewer() viewer: Viewer | null,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const entrance = await this.entrances.find(token);
    if (!entrance.cohort.openedAt) return response.render('cohorts/not-open', notOpenPage());
    const next = viewer && (await this.entrances.next(entrance, viewer.id, now));
    if (!next) this.entrances.check(entrance, viewer, now);
    const place = viewer && (await this.waiting.placeIn(entrance.cohort.id, viewer.id));
    const offer = await this.offers.of(entrance.cohort, language);
    response.render('cohorts/join', joinPage(token, offer, { viewer, next, now, entrance, place }));
  }

  @Post()
  @Allow(Anyone)
  async arrive(
    @Param('token') token: string,
    @Body(new FormPipe(ArrivalForm)) form: Submitted<ArrivalForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const entrance = await this.entrances.find(token);
    const { cohort, personal: invited } = entrance;
    if (!cohort.openedAt) throw new Refusal('states.refusal.not-open');
    const wanted = { ...form, errors: [...form.errors, ...otherAddress(entrance, form)] };
    const { address, errors } = await this.arrivals.admit(request, wanted, {
      actor: `join ${invited?.id ?? cohort.id}`,
      language,
      zone: cohort.zone,
      mailedTo: invited?.email ?? null,
      work: (write, id) => this.entrances.enter(write, entrance, { id, email: form.values.email }, now),
    });
    if (!errors) return response.redirect(303, address);
    const reader = { viewer: null, next: null, now, entrance, place: null };
    const page = joinPage(token, await this.offers.of(cohort, language), reader, form, errors);
    response.status(422).render('cohorts/join', page);
  }

  @Post('enrolment')
  @Allow(SignedIn)
  async join(
    @Param('token') token: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const entrance = await this.entrances.find(token);
    response.redirect(303, await this.outcomes.run(viewer.id, formId, (write) => this.entrances.enter(write, entrance, viewer, now)));
  }
}

/** Whoever was asked by letter comes with the address to which it went. */
function otherAddress({ personal }: Entrance, { values, errors }: Submitted<ArrivalForm>): FormError[] {
  if (!personal || errors.some(({ field }) => field === 'email') || emailKey(values.email) === personal.emailKey) return [];
  return [{ field: 'email', key: 'roster.error.other-address', details: { email: personal.email } }];
}

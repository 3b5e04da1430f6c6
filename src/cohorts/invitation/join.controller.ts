import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { ArrivalForm, PressForm } from '../../chapters/arrivals/arrival.form';
import { Arrivals } from '../../chapters/arrivals/arrivals.service';
import { Outcomes } from '../../database/outcomes.service';
import { emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone, SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { type Entrance, Entrances } from './entrances.service';
import { joinPage } from './join.view';
import { Offers } from './offers.service';

/** What the holder of an invitation link sees. */
@Controller('join/:token')
export class JoinController {
  constructor(
    private readonly entrances: Entrances,
    private readonly offers: Offers,
    private readonly arrivals: Arrivals,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('cohorts/join')
  async look(@Param('token') token: string, @PerhapsViewer() viewer: Viewer | null, @InLanguage() language: Language, @Now() now: Date) {
    const entrance = await this.entrances.find(token);
    const next = viewer && (await this.entrances.next(entrance, viewer.id, now));
    if (!next) this.entrances.check(entrance, viewer, now);
    return joinPage(token, await this.offers.of(entrance.cohort, language), { viewer, next, now, invited: entrance.personal });
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
    const wanted = { ...form, errors: [...form.errors, ...otherAddress(entrance, form)] };
    const { address, errors } = await this.arrivals.admit(request, wanted, {
      actor: `join ${invited?.id ?? cohort.id}`,
      language,
      zone: cohort.zone,
      mailedTo: invited?.email ?? null,
      work: (write, id) => this.entrances.enter(write, entrance, { id, email: form.values.email }, now),
    });
    if (!errors) return response.redirect(303, address);
    const page = joinPage(token, await this.offers.of(cohort, language), { viewer: null, next: null, now, invited }, form, errors);
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

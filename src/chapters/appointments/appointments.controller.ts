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
import { ArrivalForm } from '../arrivals/arrival.form';
import { Arrivals } from '../arrivals/arrivals.service';
import { Appointments } from './appointments.service';
import { appointmentPage } from './appointments.view';

/** What the holder of a role link sees. */
@Controller('appointments/:token')
export class AppointmentsController {
  constructor(
    private readonly appointments: Appointments,
    private readonly arrivals: Arrivals,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('chapters/appointment')
  async look(@Param('token') token: string, @PerhapsViewer() viewer: Viewer | null, @Now() now: Date) {
    return appointmentPage(token, await this.appointments.open(token, now), viewer);
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
    const appointment = await this.appointments.find(token);
    const { link, chapter } = appointment;
    const { address, errors } = await this.arrivals.admit(request, form, {
      actor: `link ${link.id}`,
      language,
      zone: chapter.zone,
      work: (write, personId) => this.appointments.accept(write, token, personId, request.arrivedAt),
    });
    if (errors) return response.status(422).render('chapters/appointment', appointmentPage(token, appointment, null, form, errors));
    response.redirect(303, address);
  }

  @Post('acceptance')
  @Allow(SignedIn)
  async accept(
    @Param('token') token: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.appointments.find(token);
    response.redirect(303, await this.outcomes.run(viewer.id, formId, (write) => this.appointments.accept(write, token, viewer.id, now)));
  }
}

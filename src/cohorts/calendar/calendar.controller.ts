import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { type OwnCohort, TrainerOfCohort } from '../cohort-team.guard';
import { Studies } from '../enrolment/studies.service';
import { CalendarAddresses } from './calendar-addresses.service';
import { calendarPage } from './calendar.view';

/** Where to find the private addresses of one's calendars. */
@Controller()
export class CalendarController {
  constructor(
    private readonly addresses: CalendarAddresses,
    private readonly studies: Studies,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('calendar')
  @Allow(SignedIn)
  @Render('cohorts/calendar')
  async mine(@CurrentViewer() viewer: Viewer) {
    const cohorts = (await this.studies.of(viewer)).map(({ cohort }) => cohort);
    return calendarPage(await this.addresses.of(viewer.id), cohorts, null);
  }

  @Get('cohorts/:cohort/calendar')
  @Allow(TrainerOfCohort)
  @Render('cohorts/calendar')
  async ofCohort(@Subject() { cohort }: OwnCohort, @CurrentViewer() viewer: Viewer) {
    return calendarPage(await this.addresses.of(viewer.id), [], cohort);
  }

  @Post('calendar/renewal')
  @Allow(SignedIn)
  async renew(
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.addresses.renew(write, viewer.id);
      return '/calendar';
    });
    await redirectSaying(request, response, address, 'calendar.flash.renewed');
  }
}

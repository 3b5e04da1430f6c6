import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { LeadOfCohort, type OwnCohort, TrainerOfCohort } from '../cohort-team.guard';
import { PersonalInvitations } from '../invitation/personal-invitations.service';
import { InvitedForm } from './roster.form';
import { pageAsked, rosterPage } from './roster.view';
import { Rosters } from './rosters.service';

/** Who is in a cohort and who is asked into it. */
@Controller('cohorts/:cohort/roster')
export class RosterController {
  constructor(
    private readonly rosters: Rosters,
    private readonly personal: PersonalInvitations,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfCohort)
  @Render('cohorts/roster')
  async roster(@Subject() own: OwnCohort, @Query('page') asked: unknown, @Now() now: Date) {
    const roster = await this.rosters.of(own, now);
    const part = pageAsked(asked, roster);
    if (!part) throw new NotFound();
    return rosterPage(own, roster, part, now);
  }

  @Post('invitations')
  @Allow(LeadOfCohort)
  async invitation(
    @Subject() { cohort }: OwnCohort,
    @Body(new FormPipe(InvitedForm)) { formId, values, errors }: Submitted<InvitedForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { send, withdraw } = values;
    if (errors.length || !isId(send || withdraw) || (send && withdraw)) throw new UnreadableForm('shape');
    const now = request.arrivedAt;
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      if (send) await this.personal.sendAgain(write, cohort, send, now);
      else if (!(await this.personal.takeBack(write, cohort.id, withdraw, now))) throw new NotFound();
      return `/cohorts/${cohort.id}/roster`;
    });
    await redirectSaying(request, response, address, send ? 'roster.flash.sent' : 'roster.flash.taken-back');
  }
}

import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnCohort, TrainerOfCohort } from '../../cohorts/cohort-team.guard';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Plans } from './plans.service';
import { callOffPage, postponeConflict, postponePage } from './plans.view';
import { PostponeForm } from './setting.form';
import { SettingPages } from './setting-pages.service';
import { type OwnSitting, SittingOfCohort } from './sitting-of-cohort.guard';
import { startTyped } from './starting';

/** Tables that have not begun: another time for them, or none. */
@Controller('cohorts/:cohort/sittings/:sitting')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly pages: SettingPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('time')
  @Allow(SittingOfCohort)
  async time(@Subject() own: OwnSitting, @Res() response: Response): Promise<void> {
    response.render('simulations/postpone', postponePage(own, await this.pages.planned(own.sitting), null, []));
  }

  @Post('time')
  @Allow(SittingOfCohort)
  async postpone(
    @Subject() own: OwnSitting,
    @Body(new FormPipe(PostponeForm)) { values, errors: wrong, formId }: Submitted<PostponeForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { cohort, sitting } = own;
    const { at, wrong: late } = startTyped(cohort.zone, wrong.length ? '' : values.starts, request.arrivedAt);
    const errors = late ? [{ field: 'starts', key: late, details: {} }] : wrong;
    if (errors.length) {
      return response.status(422).render('simulations/postpone', postponePage(own, await this.pages.planned(sitting), values, errors));
    }
    try {
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.plans.postpone(write, sitting, at, Number(values.version));
        return `/cohorts/${cohort.id}/tables#s-${sitting.id}`;
      });
      await redirectSaying(request, response, address, 'sittings.flash.postponed');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      response.status(409).render('errors/conflict', postponeConflict(own, values.starts, await this.pages.planned(sitting)));
    }
  }

  @Get('removal')
  @Allow(SittingOfCohort)
  async ask(@Subject() own: OwnSitting, @Res() response: Response): Promise<void> {
    response.render('simulations/call-off', callOffPage(own, await this.pages.planned(own.sitting)));
  }

  /** The cohort is what somebody may touch: tables that the same press has called off are not there any more, and the press is still answered. */
  @Post('removal')
  @Allow(TrainerOfCohort)
  async callOff(
    @Subject() { cohort }: OwnCohort,
    @Param('sitting') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.plans.callOff(write, cohort.id, id);
      return `/cohorts/${cohort.id}/tables`;
    });
    await redirectSaying(request, response, address, 'sittings.flash.called-off');
  }
}

import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Casting } from './casting.service';
import { CastingForm, LateForm } from './setting.form';
import { type OwnSitting, SittingOfCohort } from './sitting-of-cohort.guard';
import { Sittings } from './sittings.service';

/** What a team does with a use of a scenario: casts its people, lets its tables begin, seats whoever comes late. */
@Controller('cohorts/:cohort/sittings/:sitting')
export class SittingsController {
  constructor(
    private readonly sittings: Sittings,
    private readonly casting: Casting,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('casting')
  @Allow(SittingOfCohort)
  async cast(
    @Subject() own: OwnSitting,
    @Body(new FormPipe(CastingForm)) { values, errors, formId }: Submitted<CastingForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', 'by');
    const work = (write: Writer) => this.casting.cast(write, own.sitting, values.by, formId, request.arrivedAt);
    await this.done(own, viewer, formId, work, 'sittings.flash.cast', request, response);
  }

  @Post('beginning')
  @Allow(SittingOfCohort)
  async begin(
    @Subject() own: OwnSitting,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const work = (write: Writer) => this.sittings.begin(write, own.sitting, viewer.id, request.arrivedAt);
    await this.done(own, viewer, formId, work, 'sittings.flash.begun', request, response);
  }

  @Post('latecomers')
  @Allow(SittingOfCohort)
  async late(
    @Subject() own: OwnSitting,
    @Body(new FormPipe(LateForm)) { values, errors, formId }: Submitted<LateForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', 'person');
    const work = (write: Writer) => this.casting.late(write, own.sitting, values.person || null, request.arrivedAt);
    await this.done(own, viewer, formId, work, 'sittings.flash.seated', request, response);
  }

  private async done(
    { cohort, sitting }: OwnSitting,
    viewer: Viewer,
    formId: string,
    work: (write: Writer) => Promise<unknown>,
    said: string,
    request: Request,
    response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await work(write);
      return `/cohorts/${cohort.id}/tables#s-${sitting.id}`;
    });
    await redirectSaying(request, response, address, said);
  }
}

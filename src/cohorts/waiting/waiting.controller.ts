import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { isId } from '../../kernel/identifier';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { Entrances } from '../invitation/entrances.service';
import { LeaveLineForm } from './waiting.form';
import { waitingPage } from './waiting.view';
import { WaitingLists } from './waiting-lists.service';

/** Standing in a line: getting into it by the link of the cohort, seeing how long it is, going out of it. */
@Controller()
export class WaitingController {
  constructor(
    private readonly entrances: Entrances,
    private readonly waiting: WaitingLists,
    private readonly outcomes: Outcomes,
  ) {}

  /** Whoever finds a place after all is in at once. */
  @Post('join/:token/waiting')
  @Allow(SignedIn)
  async wait(
    @Param('token') token: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const entrance = await this.entrances.find(token);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const next = await this.entrances.next(entrance, viewer.id, now);
      if (next) return next;
      await this.entrances.welcome(entrance, viewer, now);
      const waits = await this.waiting.wait(write, entrance.cohort.id, viewer.id, now);
      return waits ? '/waiting' : this.entrances.enter(write, entrance, viewer, now);
    });
    if (address === '/waiting') await redirectSaying(request, response, address, 'waiting.flash.waits');
    else response.redirect(303, address);
  }

  @Get('waiting')
  @Allow(SignedIn)
  @Render('cohorts/waiting')
  async page(@CurrentViewer() viewer: Viewer) {
    return waitingPage(await this.waiting.of(viewer.id));
  }

  @Post('waiting')
  @Allow(SignedIn)
  async leave(
    @Subject() viewer: Viewer,
    @Body(new FormPipe(LeaveLineForm)) { values, formId }: Submitted<LeaveLineForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (!isId(values.leave)) throw new UnreadableForm('shape');
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.waiting.leave(write, { id: values.leave, personId: viewer.id });
      return '/waiting';
    });
    await redirectSaying(request, response, address, 'waiting.flash.left');
  }
}

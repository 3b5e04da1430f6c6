import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { SessionStore } from '../../web/sessions/session-store.service';
import { EndSessionForm } from './sessions.form';
import { sessionsPage } from './sessions.view';

/** Where a person is signed in, and signing out there. */
@Controller('account/sessions')
export class SessionsController {
  constructor(
    private readonly sessions: SessionStore,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('people/sessions')
  async page(@CurrentViewer() viewer: Viewer, @Req() request: Request) {
    return sessionsPage(await this.sessions.openOf(viewer.id), this.sessions.nameOf(request.sessionID));
  }

  @Post()
  @Allow(SignedIn)
  async end(
    @Body(new FormPipe(EndSessionForm)) { values, errors, formId }: Submitted<EndSessionForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const here = this.sessions.nameOf(request.sessionID);
    if (errors.length) {
      const page = sessionsPage(await this.sessions.openOf(viewer.id), here, errors);
      return response.status(422).render('people/sessions', page);
    }
    const address = await this.outcomes.run(viewer.id, formId, async () => {
      if (values.session === 'others') await this.sessions.endOthersOf(viewer.id, here);
      else if (values.session !== here) await this.sessions.endOneOf(viewer.id, values.session);
      return '/account/sessions';
    });
    await redirectSaying(request, response, address, 'account.sessions.ended');
  }
}

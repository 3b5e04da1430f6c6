import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type FormError, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { OwnPassword } from '../password/own-password.service';
import { CodesOnPaper } from './codes-on-paper.service';
import { CodeForm, RemovalForm } from './second-factor.form';
import { secondFactorPage } from './second-factor.view';
import { SecondFactors } from './second-factors.service';
import { SecondStep } from './second-step.service';

const HERE = '/account/second-factor';

/** Switching a person's own second step on and off. */
@Controller('account/second-factor')
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactors,
    private readonly step: SecondStep,
    private readonly password: OwnPassword,
    private readonly paper: CodesOnPaper,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('people/second-factor')
  page(@CurrentViewer() viewer: Viewer) {
    return this.view(viewer);
  }

  @Post('secret')
  @Allow(SignedIn)
  async prepare(
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() { id }: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(id, formId, async (write) => {
      await this.factors.prepare(write, id);
      return HERE;
    });
    response.redirect(303, address);
  }

  @Post('confirmation')
  @Allow(SignedIn)
  async confirm(
    @Body(new FormPipe(CodeForm)) { values, errors, formId }: Submitted<CodeForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return this.refuse(response, viewer, errors);
    const done = await this.step.confirm(viewer.id, { formId, code: values.code }, request.arrivedAt, `${HERE}/codes`);
    if (!done) return this.refuse(response, viewer, WRONG_CODE);
    if (done.codes) await this.paper.lay(request, viewer.id, done.codes);
    response.redirect(303, done.address);
  }

  @Post('removal')
  @Allow(SignedIn)
  async remove(
    @Body(new FormPipe(RemovalForm)) { values, errors, formId }: Submitted<RemovalForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    if (errors.length) return this.refuse(response, viewer, errors);
    if (!(await this.password.matches(viewer, values.password, { ip: request.ip, now })))
      return this.refuse(response, viewer, [{ field: 'password', key: 'account.error.password', details: {} }]);
    const address = await this.step.take(viewer.id, { formId, code: values.code }, now, async (write) => {
      await this.factors.remove(write, viewer.id);
      return HERE;
    });
    if (!address) return this.refuse(response, viewer, WRONG_CODE);
    await redirectSaying(request, response, address, 'account.second.removed');
  }

  private async refuse(response: Response, viewer: Viewer, errors: FormError[]): Promise<void> {
    response.status(422).render('people/second-factor', await this.view(viewer, errors));
  }

  private async view({ id, email }: Viewer, errors: FormError[] = []) {
    const [on, left, pending] = await Promise.all([this.factors.on(id), this.factors.left(id), this.factors.pending(id)]);
    return secondFactorPage({ on, left, pending }, this.paper.site, email, errors);
  }
}

const WRONG_CODE: FormError[] = [{ field: 'code', key: 'account.error.code', details: {} }];

import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { CodesOnPaper } from './codes-on-paper.service';
import { recoveryCodesPage } from './second-factor.view';

/** The one time at which the codes for paper can be seen. */
@Controller('account/second-factor/codes')
export class RecoveryCodesController {
  constructor(private readonly paper: CodesOnPaper) {}

  @Get()
  @Allow(SignedIn)
  page(@CurrentViewer() { id }: Viewer, @Req() request: Request, @Res() response: Response): void {
    const codes = this.paper.read(request, id);
    if (codes) response.render('people/recovery-codes', recoveryCodesPage(codes, this.paper.site));
    else response.redirect(303, '/account/second-factor');
  }

  @Post()
  @Allow(SignedIn)
  async putAway(
    @Body(new FormPipe(PressForm)) _form: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    this.paper.putAway(request);
    await redirectSaying(request, response, '/account/second-factor', 'account.second.added');
  }
}

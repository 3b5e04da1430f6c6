import { Body, Controller, Get, Header, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { FarewellChoice } from '../../certificates/holding/leaving.service';
import { Outcomes } from '../../database/outcomes.service';
import { OwnPassword } from '../../people/password/own-password.service';
import { SignIn } from '../../people/sign-in/sign-in.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone, SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { Departure } from './departure.service';
import { Erasure } from './erasure.service';
import { ErasureForm } from './privacy.form';
import { farewellPage, privacyPage } from './privacy.view';

const FAREWELL = '/farewell';

/** Who sees what, and going for good. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly erasure: Erasure,
    private readonly password: OwnPassword,
    private readonly signIn: SignIn,
    private readonly departure: Departure,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('account/privacy')
  @Allow(SignedIn)
  @Render('home/privacy')
  async page(@CurrentViewer() viewer: Viewer) {
    return privacyPage(await this.erasure.hindrance(viewer.id));
  }

  @Post('account/privacy/erasure')
  @Allow(SignedIn)
  async erase(
    @Body(new FormPipe(ErasureForm)) { values, errors, formId }: Submitted<ErasureForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { ip, arrivedAt: now } = request;
    const choice = (values.certificates || 'nameless') as FarewellChoice;
    const right = errors.length > 0 || (await this.password.matches(viewer, values.password, { ip, now }));
    const wrong = right ? errors : [{ field: 'password', key: 'account.error.password', details: {} }];
    const address = wrong.length
      ? null
      : await this.outcomes.run(viewer.id, formId, async (write) => {
          const hindrance = await this.departure.go(write, viewer.id, choice, now);
          return hindrance ? '/account/privacy' : FAREWELL;
        });
    if (address === FAREWELL) {
      await this.signIn.end(request);
      await this.erasure.sweep();
      response.setHeader('clear-site-data', '"cache"');
      return response.redirect(303, FAREWELL);
    }
    const hindrance = await this.erasure.hindrance(viewer.id);
    response.status(wrong.length ? 422 : 409).render('home/privacy', privacyPage(hindrance, wrong, choice));
  }

  @Get('farewell')
  @Allow(Anyone)
  @Header('cache-control', 'no-store')
  @Render('home/farewell')
  farewell() {
    return farewellPage();
  }
}

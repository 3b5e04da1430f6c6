import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { SignedIn } from '../../web/permissions/who.guard';
import { CurrentViewer, InLanguage } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { OwnPassword } from '../password/own-password.service';
import { People } from '../people.service';
import { LIMITS, TOO_MANY } from '../sign-in/tries';
import { Tries } from '../sign-in/tries.service';
import { Addresses } from './addresses.service';
import { NewAddressForm } from './email.form';
import { emailPage } from './email.view';

/** A person's own e-mail address: whether it is confirmed, and another one. */
@Controller('account/email')
export class EmailController {
  constructor(
    private readonly people: People,
    private readonly addresses: Addresses,
    private readonly password: OwnPassword,
    private readonly tries: Tries,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(SignedIn)
  @Render('people/email')
  async page(@CurrentViewer() viewer: Viewer) {
    return emailPage((await this.people.byId(viewer.id))!);
  }

  @Post()
  @Allow(SignedIn)
  async change(
    @Body(new FormPipe(NewAddressForm)) { values, errors, formId }: Submitted<NewAddressForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const person = (await this.people.byId(viewer.id))!;
    const right = errors.length || (await this.password.matches(viewer, values.password, { ip: request.ip, now }));
    const wrong = right ? errors : [{ field: 'password', key: 'account.error.password', details: {} }];
    if (wrong.length) return response.status(422).render('people/email', emailPage(person, values.email, wrong));
    const address = await this.once(viewer, formId, now, (write) => this.addresses.askChange(write, person, values.email, language, now));
    await redirectSaying(request, response, address, 'account.email.change-sent');
  }

  @Post('confirmation')
  @Allow(SignedIn)
  async ask(
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const person = (await this.people.byId(viewer.id))!;
    const address = await this.once(viewer, formId, now, (write) => this.addresses.ask(write, person, language, now));
    await redirectSaying(request, response, address, 'account.email.sent');
  }

  /** Sends letters once for a form, and not without end for a person. */
  private async once(
    { id }: Viewer,
    formId: string,
    now: Date,
    send: (write: Parameters<Parameters<Outcomes['run']>[2]>[0]) => Promise<void>,
  ) {
    const limited = [{ name: `letters ${id}`, limit: LIMITS.account }];
    return this.outcomes.run(id, formId, async (write) => {
      await this.tries.check(limited, now, TOO_MANY);
      await this.tries.failed(limited, now);
      await send(write);
      return '/account/email';
    });
  }
}

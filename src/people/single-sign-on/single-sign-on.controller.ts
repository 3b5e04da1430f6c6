import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { redirectSaying, sessionSaved } from '../../web/sessions/flash';
import { insideAddress } from '../sign-in/destination';
import { Landing } from '../sign-in/landing.service';
import { type Going, SignIn } from '../sign-in/sign-in.service';
import { SignInPages } from '../sign-in/sign-in-pages.service';
import { Identities } from './identities.service';
import { Provider } from './provider.service';
import { SingleSignOnForm } from './single-sign-on.form';
import { elsewherePage, notSignedInPage } from './single-sign-on.view';

declare module 'express-session' {
  interface SessionData {
    /** Where somebody is going who has gone to sign in elsewhere. */
    going?: Going;
  }
}

const INVITATION = /^\/(?:join|appointments)\/[\w-]+$/;
const INVITED_MINUTES = 30;

/** Signing in at another site that vouches for people. */
@Controller('sign-in/single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly provider: Provider,
    private readonly identities: Identities,
    private readonly signIn: SignIn,
    private readonly landing: Landing,
    private readonly pages: SignInPages,
  ) {}

  @Post()
  @Allow(Anyone)
  async begin(
    @Body(new FormPipe(SingleSignOnForm)) { values, errors }: Submitted<SingleSignOnForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length)
      return response.status(422).render('people/sign-in', this.pages.page({ form: { values: { ...values, email: '' }, errors } }));
    const { label } = this.provider;
    if (label === null) return response.redirect(303, '/sign-in');
    const address = await this.provider.addressFor(request);
    if (!address) return response.status(503).render('people/not-signed-in', notSignedInPage('failed', label));
    request.session.going = { next: insideAddress(values.next), kept: values.kept ?? null };
    await sessionSaved(request);
    response.setHeader('refresh', `0;url=${address}`);
    response.status(200).render('people/elsewhere', elsewherePage(address, label));
  }

  @Get('return')
  @Allow(Anyone)
  async arrive(@Req() request: Request, @Res() response: Response): Promise<void> {
    const label = this.provider.label ?? '';
    const { code, error } = request.query;
    if (!this.provider.label || (code === undefined && error === undefined))
      return response.render('people/not-signed-in', notSignedInPage('idle', label));
    const { next = null, kept = null } = request.session.going ?? {};
    delete request.session.going;
    const now = request.arrivedAt;
    const identity = await this.provider.identityOf(request);
    if (!identity) return response.status(401).render('people/not-signed-in', notSignedInPage('failed', label));
    const person = await this.identities.personOf(identity, now);
    if (person) {
      const begun = await this.signIn.begin(request, person, { next, kept });
      return begun ? this.landing.land(response, { next, kept }) : response.redirect(303, '/sign-in/code');
    }
    if (!next || !INVITATION.test(next)) return response.status(403).render('people/not-signed-in', notSignedInPage('unknown', label));
    request.session.identity = { ...identity, at: next, until: new Date(now.getTime() + INVITED_MINUTES * 60_000).toISOString() };
    await redirectSaying(request, response, next, 'people.single-sign-on.join-first');
  }
}

import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { emailKey } from '../../kernel/email-address';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Gone } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage, Now } from '../../web/requests/request-words';
import { SIGN_IN } from '../one-time-links.service';
import { insideAddress, keptWords } from './destination';
import { HOME } from './landing.service';
import { MailedLinks } from './mailed-links.service';
import { AskLinkForm, SignOutForm } from './sign-in.form';
import { SignIn } from './sign-in.service';
import { linkPage, linkSentPage } from './sign-in.view';
import { SignInPages } from './sign-in-pages.service';
import { LIMITS, TOO_MANY } from './tries';
import { Tries } from './tries.service';

/** A second press on the same form signs in, too; later it only leads where it led. */
const SAME_PRESS_MS = 60_000;

/** Signing in without a password: asking for a link, and what its holder sees. */
@Controller('sign-in/link')
export class MailedLinksController {
  constructor(
    private readonly links: MailedLinks,
    private readonly pages: SignInPages,
    private readonly signIn: SignIn,
    private readonly tries: Tries,
    private readonly outcomes: Outcomes,
  ) {}

  @Post()
  @Allow(Anyone)
  async ask(
    @Body(new FormPipe(AskLinkForm)) form: Submitted<AskLinkForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { email, next, kept } = form.values;
    if (form.errors.length) return response.status(422).render('people/sign-in', this.pages.page({ form }));
    const words = keptWords(kept);
    response.locals['written'] = [email, ...words];
    const now = request.arrivedAt;
    const asked = [
      { name: `link ${emailKey(email)}`, limit: LIMITS.account },
      { name: `links ${request.ip ?? ''}`, limit: LIMITS.address },
    ];
    await this.tries.check(asked, now, TOO_MANY);
    await this.tries.failed(asked, now);
    await this.links.ask(email, insideAddress(next), language, now);
    response.status(200).render('people/link-sent', linkSentPage(words));
  }

  @Get(':token')
  @Allow(Anyone)
  @Render('people/link')
  async look(@Param('token') token: string, @Now() now: Date) {
    await this.links.look(token, now);
    return linkPage(token);
  }

  @Post(':token')
  @Allow(Anyone)
  async use(
    @Param('token') token: string,
    @Body(new FormPipe(SignOutForm)) { formId }: Submitted<SignOutForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const { link, person } = await this.links.find(token);
    if (!person?.active) throw new Gone('people.link.expired', SIGN_IN);
    const next = insideAddress(link.detail) ?? HOME;
    await this.outcomes.run(`link ${link.id}`, formId, async (write) => {
      await this.links.use(write, link, now);
      return next;
    });
    const fresh = !link.usedAt || now.getTime() - link.usedAt.getTime() < SAME_PRESS_MS;
    const begun = !fresh || (await this.signIn.begin(request, person, { next, kept: null }));
    response.redirect(303, begun ? next : '/sign-in/code');
  }
}

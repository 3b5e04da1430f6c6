import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { insideAddress, keptWords } from './destination';
import { HOME, Landing } from './landing.service';
import { SignInForm, SignOutForm } from './sign-in.form';
import { SignIn } from './sign-in.service';
import { SignInPages } from './sign-in-pages.service';

@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly pages: SignInPages,
    private readonly landing: Landing,
  ) {}

  @Get('sign-in')
  @Allow(Anyone)
  page(@Req() request: Request, @Query('next') next: unknown, @Res() response: Response): void {
    const inside = insideAddress(typeof next === 'string' ? next : null);
    if (request.user) response.redirect(303, inside ?? HOME);
    else response.render('people/sign-in', this.pages.page({ next: inside }));
  }

  @Post('sign-in')
  @Allow(Anyone)
  async begin(
    @Req() request: Request,
    @Body(new FormPipe(SignInForm)) form: Submitted<SignInForm>,
    @Res() response: Response,
  ): Promise<void> {
    if (form.errors.length) return response.status(422).render('people/sign-in', this.pages.page({ form }));
    response.locals['written'] = [form.values.email, ...keptWords(form.values.kept)]; // whoever has to wait loses none of it
    const viewer = await this.signIn.check(request, form.values.email);
    if (!viewer) return response.status(401).render('people/sign-in', this.pages.page({ form, refused: true }));
    const going = { next: form.values.next ?? null, kept: form.values.kept ?? null };
    if (await this.signIn.begin(request, viewer, going)) this.landing.land(response, going);
    else response.redirect(303, '/sign-in/code');
  }

  @Post('sign-out')
  @Allow(Anyone)
  async end(
    @Req() request: Request,
    @Body(new FormPipe(SignOutForm)) _form: Submitted<SignOutForm>,
    @Res() response: Response,
  ): Promise<void> {
    if (request.user) await this.signIn.end(request);
    response.clearCookie('language');
    response.setHeader('clear-site-data', '"cache"');
    response.redirect(303, '/sign-in');
  }
}

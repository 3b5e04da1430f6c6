import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage, Now } from '../../web/requests/request-words';
import { SessionStore } from '../../web/sessions/session-store.service';
import { LIMITS } from '../sign-in/tries';
import { Tries } from '../sign-in/tries.service';
import { ForgottenForm, NewPasswordForm } from './password.form';
import { forgottenPage, forgottenSentPage, newPasswordPage } from './password.view';
import { Passwords } from './passwords.service';
import { Resets } from './resets.service';

@Controller('password')
export class PasswordController {
  constructor(
    private readonly resets: Resets,
    private readonly outcomes: Outcomes,
    private readonly passwords: Passwords,
    private readonly sessions: SessionStore,
    private readonly tries: Tries,
  ) {}

  @Get('forgotten')
  @Allow(Anyone)
  @Render('people/forgotten')
  forgotten() {
    return forgottenPage();
  }

  @Post('forgotten')
  @Allow(Anyone)
  async ask(
    @Body(new FormPipe(ForgottenForm)) form: Submitted<ForgottenForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (form.errors.length) return response.status(422).render('people/forgotten', forgottenPage(form));
    const asked = [{ name: `reset ${request.ip ?? ''}`, limit: LIMITS.address }];
    await this.tries.check(asked, request.arrivedAt, 'people.too-many-tries');
    await this.tries.failed(asked, request.arrivedAt);
    await this.resets.ask(form.values.email, language, request.arrivedAt);
    response.status(200).render('people/forgotten-sent', forgottenSentPage());
  }

  @Get('reset/:token')
  @Allow(Anyone)
  @Render('people/new-password')
  async look(@Param('token') token: string, @Now() now: Date) {
    await this.resets.look(token, now);
    return newPasswordPage(token);
  }

  @Post('reset/:token')
  @Allow(Anyone)
  async change(
    @Param('token') token: string,
    @Body(new FormPipe(NewPasswordForm)) form: Submitted<NewPasswordForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const { link, person } = await this.resets.find(token);
    const problems = [...form.errors, ...this.passwords.problems(form.values.password, [person.email, person.name])];
    if (problems.length) {
      await this.resets.look(token, now);
      return response.status(422).render('people/new-password', newPasswordPage(token, problems.slice(0, 1)));
    }
    const passwordHash = await this.passwords.hash(form.values.password);
    const address = await this.outcomes.run(`link ${link.id}`, form.formId, async (write) => {
      await this.resets.change(write, link, passwordHash, now);
      return '/sign-in';
    });
    await this.sessions.endAllOf(person.id);
    response.redirect(303, address);
  }
}

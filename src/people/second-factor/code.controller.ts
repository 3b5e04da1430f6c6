import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { Landing } from '../sign-in/landing.service';
import { SignIn } from '../sign-in/sign-in.service';
import { CodeForm } from './second-factor.form';
import { codePage } from './second-factor.view';
import { SecondStep } from './second-step.service';

/** The second step when signing in. */
@Controller('sign-in/code')
export class CodeController {
  constructor(
    private readonly signIn: SignIn,
    private readonly step: SecondStep,
    private readonly landing: Landing,
  ) {}

  @Get()
  @Allow(Anyone)
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    if (await this.signIn.waiting(request)) response.render('people/code', codePage());
    else response.redirect(303, '/sign-in');
  }

  @Post()
  @Allow(Anyone)
  async take(
    @Req() request: Request,
    @Body(new FormPipe(CodeForm)) { values, errors, formId }: Submitted<CodeForm>,
    @Res() response: Response,
  ): Promise<void> {
    const waiting = await this.signIn.waiting(request);
    if (!waiting) return response.redirect(303, '/sign-in');
    if (errors.length) return response.status(422).render('people/code', codePage(errors));
    const { person, next, kept } = waiting;
    response.locals['written'] = []; // a code is not given back
    const right = await this.step.take(person.id, { formId, code: values.code }, request.arrivedAt, async () => '/');
    const wrong = [{ field: 'code', key: 'account.error.code', details: {} }];
    if (right === null) return response.status(422).render('people/code', codePage(wrong));
    await this.signIn.open(request, person);
    this.landing.land(response, { next, kept });
  }
}

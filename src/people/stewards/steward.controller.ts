import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Language } from '../../kernel/language';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage, Now } from '../../web/requests/request-words';
import { OneTimeLinks } from '../one-time-links.service';
import { Passwords } from '../password/passwords.service';
import { People, viewerOf } from '../people.service';
import { SignIn } from '../sign-in/sign-in.service';
import { FirstSteward } from './first-steward.service';
import { StewardForm } from './steward.form';
import { firstStewardPage } from './steward.view';

@Controller('steward/:token')
export class StewardController {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly stewards: FirstSteward,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly signIn: SignIn,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('people/first-steward')
  async page(@Param('token') token: string, @Now() now: Date) {
    await this.links.look('first-steward', token, now);
    return firstStewardPage(token);
  }

  @Post()
  @Allow(Anyone)
  async create(
    @Param('token') token: string,
    @Body(new FormPipe(StewardForm)) form: Submitted<StewardForm>,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const now = request.arrivedAt;
    const { name, email, password } = form.values;
    const known = form.errors.length ? null : await this.people.byEmail(email);
    const link = await this.links.find('first-steward', token); // after the person: then a second press finds neither or both
    const errors = [...form.errors, ...this.passwords.problems(password, [name, email])];
    if (!errors.length && known && !link.usedAt) errors.push({ field: 'email', key: 'people.error.email-taken', details: {} });
    if (errors.length) {
      await this.links.look('first-steward', token, now);
      return response.status(422).render('people/first-steward', firstStewardPage(token, form, errors));
    }
    const passwordHash = await this.passwords.hash(password);
    const person = await this.stewards.create({ link, formId: form.formId }, { name, email, passwordHash, language }, now);
    const viewer = person ? viewerOf(person) : await this.signIn.check(request, email);
    const begun = !viewer || (await this.signIn.begin(request, viewer, { next: '/chapters', kept: null }));
    response.redirect(303, begun ? '/chapters' : '/sign-in/code');
  }
}

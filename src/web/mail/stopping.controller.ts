import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { DeadLink } from '../errors/outcomes';
import { FormPipe, type Submitted } from '../forms/form.pipe';
import { Allow } from '../permissions/permission';
import { Anyone } from '../permissions/who.guard';
import { Now } from '../requests/request-words';
import { Notices } from './notices.service';
import { NoticesForm } from './stopping.form';
import { stopPage } from './mail.view';

/** Stopping notices, and getting them again, for whoever holds the link of a letter. */
@Controller('mail/stop/:token')
export class StoppingController {
  constructor(
    private readonly notices: Notices,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('web/stop')
  async look(@Param('token') token: string) {
    return stopPage(token, await this.notices.stopped(await this.personOf(token)));
  }

  @Post('choice')
  @Allow(Anyone)
  async choose(
    @Param('token') token: string,
    @Body(new FormPipe(NoticesForm)) { values, errors, formId }: Submitted<NoticesForm>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const personId = await this.personOf(token);
    if (errors.length) return response.status(422).render('web/stop', stopPage(token, await this.notices.stopped(personId), errors));
    const address = await this.outcomes.run(personId, formId, async (write) => {
      if (values.notices === 'stop') await this.notices.stop(write, personId, now);
      else await this.notices.start(write, personId);
      return `/mail/stop/${token}`;
    });
    response.redirect(303, address);
  }

  private async personOf(token: string): Promise<string> {
    const personId = await this.notices.personOf(token);
    if (!personId) throw new DeadLink('mail.dead', { address: '/sign-in', label: 'people.sign-in.button', forStrangers: true });
    return personId;
  }
}

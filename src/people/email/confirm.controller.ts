import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isDuplicate } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { Gone } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { Now } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import { CONFIRM_AGAIN } from '../one-time-links.service';
import { Addresses } from './addresses.service';
import { confirmAddressPage } from './email.view';

/** What the holder of a link about an address sees: one button, so that a scanner that opens every link confirms nothing. */
@Controller('confirm-address/:token')
export class ConfirmController {
  constructor(
    private readonly addresses: Addresses,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('people/confirm-address')
  async look(@Param('token') token: string, @Now() now: Date) {
    await this.addresses.look(token, now);
    return confirmAddressPage(token);
  }

  @Post()
  @Allow(Anyone)
  async confirm(
    @Param('token') token: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const link = await this.addresses.find(token);
    const own = request.user?.id === link.personId;
    const inside = link.detail === 'new' ? '/account/email' : '/learning';
    try {
      const address = await this.outcomes.run(`link ${link.id}`, formId, async (write) => {
        await this.addresses.confirm(write, link, request.arrivedAt);
        return own ? inside : '/sign-in';
      });
      await redirectSaying(request, response, address, 'account.email.confirmed');
    } catch (error) {
      // Somebody else took the address between two looks.
      throw isDuplicate(error) ? new Gone('people.link.expired', CONFIRM_AGAIN) : error;
    }
  }
}

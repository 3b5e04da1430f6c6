import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Command } from '../engine/commands';
import { find } from '../engine/commands/rule';
import { SIDES } from '../hums/ballots';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, missing, posted, written } from './acting.service';
import { HandForm, OwnWordsForm } from './together.form';

/** A show of hands: everybody sees who raised one, and it decides nothing. */
@Controller('tables/:table/hands')
export class HandsController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post()
  @Allow(OwnTable)
  async open(
    @Subject() open: OpenTable,
    @Body(new FormPipe(OwnWordsForm)) form: Submitted<OwnWordsForm>,
    @Req() request: Request,
  ): Promise<void> {
    const own = written(form.values.text);
    const at = posted(form, { form: 'hands', anchor: 'polls' }, own ? [] : [missing('text', 'together.error.question')]);
    const command: Command | null = own && { do: 'open-hands', words: own.words, options: [...SIDES] };
    await this.acting.take(open, at, command, own?.text ?? null, request);
  }

  @Post(':hands/raising')
  @Allow(OwnTable)
  async raise(
    @Subject() open: OpenTable,
    @Param('hands') hands: string,
    @Body(new FormPipe(HandForm)) form: Submitted<HandForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.assertAsked(open, hands);
    const option = form.values.option === 'down' ? null : form.values.option;
    await this.acting.take(open, posted(form, { form: 'hand', anchor: 'polls' }), { do: 'raise-hand', hands, option }, null, request);
  }

  @Post(':hands/closing')
  @Allow(OwnTable)
  async close(
    @Subject() open: OpenTable,
    @Param('hands') hands: string,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.assertAsked(open, hands);
    await this.acting.take(open, posted(form, { form: 'hands-closing', anchor: 'polls' }), { do: 'close-hands', hands }, null, request);
  }

  private async assertAsked(open: OpenTable, hands: string): Promise<void> {
    if (!find((await this.tables.logOf(open)).state.hands, hands)) throw new NotFound();
  }
}

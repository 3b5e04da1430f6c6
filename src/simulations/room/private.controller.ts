import { Body, Controller, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Command } from '../engine/commands';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, missing, posted, written } from './acting.service';
import { ConsentForm, MessageForm, OwnWordsForm } from './together.form';

/** What is not said to the whole room: messages to some seats, notes for oneself, and what one agrees to. */
@Controller('tables/:table')
export class PrivateController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('messages')
  @Allow(OwnTable)
  async send(
    @Subject() open: OpenTable,
    @Body(new FormPipe(MessageForm)) form: Submitted<MessageForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { to, text } = form.values;
    const { state } = await this.tables.logOf(open);
    const own = written(text);
    const known = form.errors.length > 0 || to.every((role) => Object.hasOwn(state.seats, role));
    const wrong = [...(known ? [] : [missing('to', 'together.error.to')]), ...(own ? [] : [missing('text', 'together.error.message')])];
    const at = posted(form, { form: 'message', anchor: 'messages' }, wrong);
    const command: Command | null = own && { do: 'send-message', to, words: own.words };
    await this.acting.take(open, at, command, own?.text ?? null, request);
  }

  @Post('notes')
  @Allow(OwnTable)
  async note(
    @Subject() open: OpenTable,
    @Body(new FormPipe(OwnWordsForm)) form: Submitted<OwnWordsForm>,
    @Req() request: Request,
  ): Promise<void> {
    const own = written(form.values.text);
    const at = posted(form, { form: 'note', anchor: 'brief' }, own ? [] : [missing('text', 'together.error.note')]);
    await this.acting.take(open, at, own && { do: 'note-position', words: own.words }, own?.text ?? null, request);
  }

  @Post('consents')
  @Allow(OwnTable)
  async agree(
    @Subject() open: OpenTable,
    @Body(new FormPipe(ConsentForm)) form: Submitted<ConsentForm>,
    @Req() request: Request,
  ): Promise<void> {
    const command: Command = { do: 'set-consent', purposes: form.values.purposes };
    await this.acting.take(open, posted(form, { form: 'consents', anchor: 'brief' }), command, null, request);
  }
}

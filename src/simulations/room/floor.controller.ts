import { Body, Controller, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, posted } from './acting.service';
import { FloorForm, QueueForm } from './together.form';

/** Who speaks: asking for the floor, giving it, giving it back. */
@Controller('tables/:table/floor')
export class FloorController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('queue')
  @Allow(OwnTable)
  async join(
    @Subject() open: OpenTable,
    @Body(new FormPipe(QueueForm)) form: Submitted<QueueForm>,
    @Req() request: Request,
  ): Promise<void> {
    const command = { do: 'join-queue', remote: form.values.remote === 'yes' } as const;
    await this.acting.take(open, posted(form, { form: 'queue', anchor: 'floor' }), command, null, request);
  }

  @Post('queue/leaving')
  @Allow(OwnTable)
  async leave(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.acting.take(open, posted(form, { form: 'queue', anchor: 'floor' }), { do: 'leave-queue' }, null, request);
  }

  @Post('turn')
  @Allow(OwnTable)
  async give(
    @Subject() open: OpenTable,
    @Body(new FormPipe(FloorForm)) form: Submitted<FloorForm>,
    @Req() request: Request,
  ): Promise<void> {
    const role = form.values.role || null;
    const { state } = await this.tables.logOf(open);
    if (role !== null && !form.errors.length && !Object.hasOwn(state.seats, role)) throw new NotFound();
    await this.acting.take(open, posted(form, { form: 'turn', anchor: 'floor' }), { do: 'give-floor', role }, null, request);
  }

  @Post('turn/end')
  @Allow(OwnTable)
  async end(@Subject() open: OpenTable, @Body(new FormPipe(PressForm)) form: Submitted<PressForm>, @Req() request: Request): Promise<void> {
    await this.acting.take(open, posted(form, { form: 'turn', anchor: 'floor' }), { do: 'end-turn' }, null, request);
  }
}

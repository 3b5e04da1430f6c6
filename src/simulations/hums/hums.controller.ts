import { Body, Controller, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import type { Command } from '../engine/commands';
import { find } from '../engine/commands/rule';
import { Acting, byScript, came, missing, posted, written } from '../room/acting.service';
import { RoomPages } from '../room/room-pages.service';
import { OwnWordsForm } from '../room/together.form';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { type Loudness, SIDES } from './ballots';
import { HumForm } from './hums.form';
import { Hums } from './hums.service';

/** Asking the room how it sounds. The chair opens a hum and closes it; what each seat hums passes by everything that is written down. */
@Controller('tables/:table/hums')
export class HumsController {
  constructor(
    private readonly hums: Hums,
    private readonly tables: Tables,
    private readonly acting: Acting,
    private readonly pages: RoomPages,
  ) {}

  @Post()
  @Allow(OwnTable)
  async open(
    @Subject() open: OpenTable,
    @Body(new FormPipe(OwnWordsForm)) form: Submitted<OwnWordsForm>,
    @Req() request: Request,
  ): Promise<void> {
    const own = written(form.values.text);
    const at = posted(form, { form: 'hum', anchor: 'polls' }, own ? [] : [missing('text', 'together.error.question')]);
    const command: Command | null = own && { do: 'open-hum', words: own.words, options: [...SIDES] };
    await this.acting.take(open, at, command, own?.text ?? null, request);
  }

  /** Its form leaves no note of who sent it; one that comes again changes nothing. */
  @Post(':hum/ballots')
  @Allow(OwnTable)
  async hum(
    @Subject() open: OpenTable,
    @Param('hum') hum: string,
    @Body(new FormPipe(HumForm)) { values, errors, formId }: Submitted<HumForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    await this.assertAsked(open, hum);
    if (errors.length && byScript(request)) return void response.status(422).json({});
    if (errors.length) {
      const wrong = { form: 'humming', errors: errors.map((one) => ({ ...one, field: `humming-${one.field}` })), typed: { ...values } };
      const page = await this.pages.room(open, response.locals['page'] as Page, null, wrong);
      return response.status(422).render('simulations/room', page);
    }
    const hummed = { yes: Number(values.yes) as Loudness, no: Number(values.no) as Loudness };
    await this.hums.hum(open, hum, hummed, formId, request.arrivedAt);
    came(request, `/tables/${open.table.id}#polls`);
  }

  @Post(':hum/closing')
  @Allow(OwnTable)
  async close(
    @Subject() open: OpenTable,
    @Param('hum') hum: string,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.assertAsked(open, hum);
    const at = posted(form, { form: 'hum-closing', anchor: 'polls' });
    await this.acting.take(open, at, (write) => this.hums.closing(write, open.table.id, hum), null, request);
  }

  private async assertAsked(open: OpenTable, hum: string): Promise<void> {
    if (!find((await this.tables.logOf(open)).state.hums, hum)) throw new NotFound();
  }
}

import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, written } from './acting.service';
import { EndForm, PhaseForm } from './acts.form';
import { briefPage } from './brief.view';
import { outcomePage } from './outcome.view';
import { recordPage } from './record.view';
import { RoomPages } from './room-pages.service';

/** The table itself: the briefing before it, the room, the record of what was said, and the way on. */
@Controller('tables/:table')
export class RoomController {
  constructor(
    private readonly pages: RoomPages,
    private readonly tables: Tables,
    private readonly acting: Acting,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnTable)
  async room(
    @Subject() open: OpenTable,
    @Query('clause') clause: unknown,
    @Query('follow') follow: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (open.table.role && !state.seats[open.table.role]!.briefed) return response.redirect(303, `/tables/${open.table.id}/brief`);
    const follows = typeof follow === 'string' ? follow === 'on' : null;
    const asked = typeof clause === 'string' ? clause : null;
    response.render('simulations/room', await this.pages.room(open, pageOf(response), asked, null, follows));
  }

  @Get('brief')
  @Allow(OwnTable)
  async brief(@Subject() open: OpenTable, @Res() response: Response): Promise<void> {
    if (!open.table.role) return response.redirect(303, `/tables/${open.table.id}`); // who looks on has none
    response.render('simulations/brief', briefPage(await this.pages.scene(open, pageOf(response))));
  }

  /** “I have read it”: the contract, the briefing, and into the room. */
  @Post('brief')
  @Allow(OwnTable)
  async sitDown(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const address = await this.outcomes.run(open.table.personId, formId, async (write) => {
      await this.tables.sitDown(write, open, formId, request.arrivedAt);
      return `/tables/${open.table.id}`;
    });
    response.redirect(303, address);
  }

  @Get('record')
  @Allow(OwnTable)
  async record(@Subject() open: OpenTable, @Query('page') page: unknown, @Res() response: Response): Promise<void> {
    const [scene, own] = await Promise.all([this.pages.scene(open, pageOf(response)), this.tables.writtenBy(open)]);
    response.render('simulations/record', recordPage(scene, page, own));
  }

  /** What the table came to: the text, how far it was on each clause, and what was put on record beside it. */
  @Get('outcome')
  @Allow(OwnTable)
  async outcome(@Subject() open: OpenTable, @Res() response: Response): Promise<void> {
    response.render('simulations/outcome', outcomePage(await this.pages.scene(open, pageOf(response))));
  }

  /** Ready for what comes next; alone, it comes at once. */
  @Post('phase')
  @Allow(OwnTable)
  async goOn(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PhaseForm)) form: Submitted<PhaseForm>,
    @Req() request: Request,
  ): Promise<void> {
    const phase = Number(form.values.phase);
    const posted = { form: 'phase', formId: form.formId, errors: form.errors, typed: {}, clause: null, anchor: 'now', phase };
    await this.acting.take(open, posted, { do: 'be-ready' }, null, request);
  }

  @Post('call')
  @Allow(OwnTable)
  async call(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const posted = { form: 'call', formId: form.formId, errors: [], typed: {}, clause: null, anchor: 'now' };
    await this.acting.take(open, posted, { do: 'call-consensus' }, null, request);
  }

  @Post('end')
  @Allow(OwnTable)
  async end(@Subject() open: OpenTable, @Body(new FormPipe(EndForm)) form: Submitted<EndForm>, @Req() request: Request): Promise<void> {
    const last = written(form.values.text);
    const posted = {
      form: 'end',
      formId: form.formId,
      errors: form.errors,
      typed: { text: form.values.text },
      clause: null,
      anchor: 'now',
    };
    await this.acting.take(open, posted, { do: 'close-without-outcome', words: last?.words ?? null }, last?.text ?? null, request);
  }
}

const pageOf = (response: Response): Page => response.locals['page'] as Page;

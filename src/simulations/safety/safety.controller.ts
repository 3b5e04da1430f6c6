import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { RoomPages } from '../room/room-pages.service';
import type { Scene } from '../room/scene.view';
import type { OpenTable } from '../tables/own-table.guard';
import { Leaving } from './leaving.service';
import { OwnTableWithOthers } from './own-table-with-others.guard';
import { Reports } from './reports.service';
import { LeaveForm, ReportForm } from './safety.form';
import { leavePage, reportPage } from './safety.view';

/** What somebody at a table can do when it goes wrong: tell the team, take another seat, or leave, without a reason. */
@Controller('tables/:table')
export class SafetyController {
  constructor(
    private readonly pages: RoomPages,
    private readonly reports: Reports,
    private readonly leaving: Leaving,
    private readonly outcomes: Outcomes,
  ) {}

  @Get('report')
  @Allow(OwnTableWithOthers)
  async report(@Subject() open: OpenTable, @Query('words') words: unknown, @Res() response: Response): Promise<void> {
    response.render('simulations/report', await this.page(open, response, typeof words === 'string' ? words : null));
  }

  @Post('report')
  @Allow(OwnTableWithOthers)
  async tell(
    @Subject() open: OpenTable,
    @Body(new FormPipe(ReportForm)) { values, errors, formId }: Submitted<ReportForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { text, words = null } = values;
    if (errors.length) return response.status(422).render('simulations/report', await this.page(open, response, words, { text, errors }));
    const scene = await this.pages.scene(open, pageOf(response));
    const readable = words !== null && scene.texts.has(words) ? words : null; // what one cannot read one cannot point at
    const address = await this.outcomes.run(open.table.personId, formId, async (write) => {
      await this.reports.tell(write, open.table, { text, words: readable }, request.arrivedAt);
      return `/tables/${open.table.id}/report`;
    });
    await redirectSaying(request, response, address, 'safety.report.sent');
  }

  @Get('leave')
  @Allow(OwnTableWithOthers)
  async leave(@Subject() open: OpenTable, @Res() response: Response): Promise<void> {
    response.render('simulations/leave', leavePage(await this.scene(open, response)));
  }

  @Post('leave')
  @Allow(OwnTableWithOthers)
  async go(
    @Subject() open: OpenTable,
    @Body(new FormPipe(LeaveForm)) { values, errors, formId }: Submitted<LeaveForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return response.status(422).render('simulations/leave', leavePage(await this.scene(open, response), errors));
    const address = await this.outcomes.run(open.table.personId, formId, async (write) => {
      await this.leaving.leave(write, open, values.to, formId, request.arrivedAt);
      return values.to ? `/tables/${open.table.id}` : `/tables/${open.table.id}/leave`;
    });
    response.redirect(303, address);
  }

  private scene(open: OpenTable, response: Response): Promise<Scene> {
    return this.pages.scene(open, pageOf(response));
  }

  private async page(open: OpenTable, response: Response, words: string | null, wrong: Parameters<typeof reportPage>[3] = null) {
    const mine = await this.reports.ofPerson(open.table.id, open.table.personId);
    return reportPage(await this.scene(open, response), mine, words, wrong);
  }
}

const pageOf = (response: Response): Page => response.locals['page'] as Page;

import { hash } from 'node:crypto';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { printed, sendPacked } from '../../web/views/express-views';
import type { Page } from '../../web/views/page';
import { RoomPages } from '../room/room-pages.service';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { fragmentsPage } from './live.view';
import { isPart } from './parts';
import { marksIn, patch } from './pieces';
import { Turns } from './turns';

/** Parts of the room as they are now, `now,floor`, printed by the same templates as the page; in pieces for a page that says what it has. */
@Controller('tables/:table/fragments')
export class FragmentsController {
  private readonly turns = new Turns();

  constructor(private readonly pages: RoomPages) {}

  @Get(':parts')
  @Allow(OwnTable)
  async show(
    @Subject() open: OpenTable,
    @Param('parts') names: string,
    @Query('clause') clause: unknown,
    @Query('known') known: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const parts = names.split(',');
    if (!parts.every(isPart)) throw new NotFound();
    await this.turns.next();
    const room = await this.pages.room(open, response.locals['page'] as Page, typeof clause === 'string' ? clause : null);
    const page = fragmentsPage(room, parts);
    if (known === undefined) return response.render('simulations/fragments', page);
    const html = withoutIds(await printed(response, 'simulations/fragments', page));
    response.setHeader('content-security-policy', "default-src 'none'"); // nobody looks at it alone
    sendPacked(response, 'json', JSON.stringify(patch(html, marksIn(known), mark)));
  }
}

const mark = (piece: string) => hash('sha256', piece, 'base64url').slice(0, 6);

/** The page gives its forms their one-time ids itself: else no form would be the same twice. */
const withoutIds = (html: string) => html.replaceAll(/ name="form" value="[0-9a-f-]{36}"/g, ' name="form" value=""');

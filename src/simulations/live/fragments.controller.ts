import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import { RoomPages } from '../room/room-pages.service';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { fragmentsPage } from './live.view';
import { partsNamed } from './parts';

/** Parts of the room as they are now, `now,floor`, printed by the same templates as the page. */
@Controller('tables/:table/fragments')
export class FragmentsController {
  constructor(private readonly pages: RoomPages) {}

  @Get(':parts')
  @Allow(OwnTable)
  async show(
    @Subject() open: OpenTable,
    @Param('parts') names: string,
    @Query('clause') clause: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const parts = partsNamed(names);
    const room = await this.pages.room(open, response.locals['page'] as Page, typeof clause === 'string' ? clause : null);
    response.render('simulations/fragments', fragmentsPage(room, parts));
  }
}

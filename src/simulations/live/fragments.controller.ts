import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Page } from '../../web/views/page';
import { placed } from '../engine/viewer';
import { RoomPages } from '../room/room-pages.service';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Fragments } from './fragments.service';
import { nameOf } from './hearing';
import { fragmentsPage } from './live.view';
import { partsNamed } from './parts';

/** Parts of the room as they are now, `now,floor`, printed by the same templates as the page. */
@Controller('tables/:table/fragments')
export class FragmentsController {
  constructor(
    private readonly pages: RoomPages,
    private readonly fragments: Fragments,
  ) {}

  @Get(':parts')
  @Allow(OwnTable)
  async show(
    @Subject() open: OpenTable,
    @Param('parts') names: string,
    @Query('clause') clause: unknown,
    @Query('known') known: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const parts = partsNamed(names);
    const page = response.locals['page'] as Page;
    const asked = { parts, whose: `${open.table.id} ${nameOf(placed(open.table.role))}`, known };
    await this.fragments.render('simulations/fragments', response, asked, async () =>
      fragmentsPage(await this.pages.room(open, page, typeof clause === 'string' ? clause : null), parts),
    );
  }
}

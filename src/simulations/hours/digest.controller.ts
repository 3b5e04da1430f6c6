import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { Now, PerhapsViewer } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import type { Page } from '../../web/views/page';
import { RoomPages } from '../room/room-pages.service';
import { Tables } from '../tables/tables.service';
import { digestPage } from './digest.view';
import { DigestReaders } from './digest-readers.service';

/** How a table stands, for whoever holds the link of a letter: read, and nothing else. */
@Controller('tables/:table/digest/:token')
export class DigestController {
  constructor(
    private readonly readers: DigestReaders,
    private readonly rooms: RoomPages,
    private readonly tables: Tables,
  ) {}

  @Get()
  @Allow(Anyone)
  async read(
    @Param('table') id: string,
    @Param('token') token: string,
    @PerhapsViewer() viewer: Viewer | null,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    response.setHeader('x-robots-tag', 'noindex, nofollow, noarchive');
    const { table, sitting } = await this.readers.of(id, token, now);
    const { page } = response.locals as { page: Page };
    const scene = await this.rooms.seenBy('observer', table, page, `/tables/${table.id}`);
    const mayEnter = viewer === null || viewer.id === sitting.personId;
    const log = await this.tables.logOf({ table });
    response.render('simulations/digest', digestPage(scene, { table, sitting, log }, mayEnter, page.language));
  }
}

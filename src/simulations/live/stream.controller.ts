import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { SessionStore } from '../../web/sessions/session-store.service';
import { placed, type Viewer } from '../engine/viewer';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { type Facilitated, TeamTable } from '../together/team-table.guard';
import { MOST_AT_ALL, Watching } from './watching.service';

/** The lines on which a table says that something changed: one for those who have a place at it, one for its team. */
@Controller()
export class StreamController {
  constructor(
    private readonly watching: Watching,
    private readonly sessions: SessionStore,
  ) {}

  @Get('tables/:table/stream')
  @Allow(OwnTable)
  stream(@Subject() { table }: OpenTable, @Query('after') after: unknown, @Req() request: Request, @Res() response: Response) {
    return this.begin(table.id, table.personId, placed(table.role), after, request, response);
  }

  @Get('cohorts/:cohort/tables/:table/stream')
  @Allow(TeamTable)
  team(@Subject() { table, personId }: Facilitated, @Query('after') after: unknown, @Req() request: Request, @Res() response: Response) {
    return this.begin(table.id, personId, 'facilitator', after, request, response);
  }

  /** A browser that comes back names the last moment it heard of; a page that was just opened names its own. */
  private async begin(tableId: string, personId: string, viewer: Viewer, after: unknown, request: Request, response: Response) {
    if (this.watching.all.size >= MOST_AT_ALL) return void response.status(503).set('retry-after', '10').end();
    const named = request.get('last-event-id') ?? (typeof after === 'string' ? after : null);
    const session = this.sessions.nameOf(request.sessionID);
    const wroteAt = request.arrivedAt.getTime();
    await this.watching.begin({ tableId, personId, viewer, session, response, wroteAt, pause: 0 }, named);
  }
}

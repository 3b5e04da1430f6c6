import { Controller, Get, Query, Render } from '@nestjs/common';
import { OnSomeTeam } from '../../chapters/chapter-team.guard';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { pageNumber } from '../board/paging';
import { TodayQueues } from './today-queues.service';
import { TodayLines } from './today-lines.service';
import { todayPage } from './today.view';

const LINES_PER_PAGE = 10;

/** Where a team begins its day. */
@Controller('today')
export class TodayController {
  constructor(
    private readonly lines: TodayLines,
    private readonly queues: TodayQueues,
  ) {}

  @Get()
  @Allow(OnSomeTeam)
  @Render('oversight/today')
  async today(@CurrentViewer() viewer: Viewer, @Query('page') asked: unknown, @InLanguage() language: Language, @Now() now: Date) {
    const [found, queues] = await Promise.all([this.lines.of(viewer.id, now), this.queues.of(viewer.id, now)]);
    const pages = Math.max(1, Math.ceil(found.length / LINES_PER_PAGE));
    const page = pageNumber(asked, pages);
    if (page === null) throw new NotFound();
    const shown = found.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE);
    const lines = await this.lines.withLetters(shown, viewer.name, language);
    return todayPage(found, lines, queues, { page, pages });
  }
}

import { Controller, Get, Query, Render } from '@nestjs/common';
import { OnSomeTeam } from '../../chapters/chapter-team.guard';
import { Chapters } from '../../chapters/chapters.service';
import { isAtLeast } from '../../chapters/roles';
import { RequestQueries } from '../../cohorts/requests/requests.queries';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { ReviewQueue } from '../../assignments/reviews/review-queue.service';
import { MarkingQueue } from '../../quizzes/marking/marking-queue.service';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { pageNumber } from '../board/paging';
import { TodayLines } from './today-lines.service';
import { todayPage } from './today.view';

const LINES_PER_PAGE = 10;

/** Where a team begins its day. */
@Controller('today')
export class TodayController {
  constructor(
    private readonly lines: TodayLines,
    private readonly chapters: Chapters,
    private readonly requests: RequestQueries,
    private readonly works: ReviewQueue,
    private readonly marking: MarkingQueue,
  ) {}

  @Get()
  @Allow(OnSomeTeam)
  @Render('oversight/today')
  async today(@CurrentViewer() viewer: Viewer, @Query('page') asked: unknown, @InLanguage() language: Language, @Now() now: Date) {
    const [found, works, texts] = await Promise.all([
      this.lines.of(viewer.id, now),
      this.works.waitingFor(viewer.id, now),
      this.marking.waitingFor(viewer.id),
    ]);
    const pages = Math.max(1, Math.ceil(found.length / LINES_PER_PAGE));
    const page = pageNumber(asked, pages);
    if (page === null) throw new NotFound();
    const shown = found.slice((page - 1) * LINES_PER_PAGE, page * LINES_PER_PAGE);
    const led = (await this.chapters.rolesOf(viewer.id)).filter(({ roles }) => isAtLeast(roles, 'lead'));
    const asking = await this.requests.counts(led.map(({ chapter }) => chapter.id));
    const lines = await this.lines.withLetters(shown, viewer.name, language);
    return todayPage(found, lines, { works, texts, asking }, { page, pages });
  }
}

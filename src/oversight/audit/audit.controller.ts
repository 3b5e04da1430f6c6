import { Controller, Get, Query, Render } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { LeadOfChapter, type OwnChapter } from '../../chapters/chapter-team.guard';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { pageNumber } from '../board/paging';
import { auditPage } from './audit.view';

const LINES_PER_PAGE = 50;

/** What was done in a chapter that somebody may want to look up, for its leads. */
@Controller('chapters/:chapter/audit')
export class AuditController {
  constructor(private readonly audit: Audit) {}

  @Get()
  @Allow(LeadOfChapter)
  @Render('oversight/audit')
  async lines(@Subject() { chapter }: OwnChapter, @Query('page') asked: unknown) {
    const pages = Math.max(1, Math.ceil((await this.audit.count(chapter.id)) / LINES_PER_PAGE));
    const page = pageNumber(asked, pages);
    if (page === null) throw new NotFound();
    return auditPage(chapter, await this.audit.lines(chapter.id, (page - 1) * LINES_PER_PAGE, LINES_PER_PAGE), page, pages);
  }
}

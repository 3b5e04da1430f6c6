import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { Audit } from '../audit/audit.service';
import { LeadOfChapter, type OwnChapter } from '../chapter-team.guard';
import { Chapters } from '../chapters.service';
import { ChapterSettingsForm } from './settings.form';
import { chapterConflict, settingsPage, detailsIn } from './settings.view';

/** What a chapter says of itself, for its leads and stewards to change. */
@Controller('chapters/:chapter/settings')
export class ChapterSettingsController {
  constructor(
    private readonly chapters: Chapters,
    private readonly audit: Audit,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(LeadOfChapter)
  async settings(@Subject() { chapter }: OwnChapter, @Res() response: Response): Promise<void> {
    const fresh = (await this.chapters.byId(chapter.id))!; // what is remembered of it may be some seconds old, and its version with it
    response.render('chapters/settings', settingsPage(fresh, response.locals['page'] as Page));
  }

  @Post()
  @Allow(LeadOfChapter)
  async change(
    @Subject() { chapter }: OwnChapter,
    @Body(new FormPipe(ChapterSettingsForm)) form: Submitted<ChapterSettingsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const page = response.locals['page'] as Page;
    const { id, slug } = chapter;
    if (form.errors.length) return response.status(422).render('chapters/settings', settingsPage(chapter, page, form.values, form.errors));
    const version = Number(form.values.version);
    const address = `/chapters/${slug}`;
    try {
      await this.outcomes.run(viewer.id, form.formId, async (write) => {
        await this.chapters.change(write, { id, version }, detailsIn(form.values));
        await this.audit.note(write, { chapterId: id, act: 'chapter-changed', actorId: viewer.id }, request.arrivedAt);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return response.status(409).render('errors/conflict', chapterConflict(form.values, (await this.chapters.byId(id))!, page));
    }
    await redirectSaying(request, response, address, 'chapters.flash.changed');
  }
}

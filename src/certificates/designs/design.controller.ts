import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { LeadOfChapter, type OwnChapter } from '../../chapters/chapter-team.guard';
import { Conflict } from '../../database/conflict';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import type { Page } from '../../web/views/page';
import { drawnFrom, type Fields, fieldsOf, HOUSE_DRAWN } from './design-fields';
import { DesignForm } from './design.form';
import { DesignPages } from './design-pages.service';
import { designConflict, designPage } from './design.view';
import { Designs } from './designs.service';

/** How a chapter's certificates look, for its leads and stewards to change. */
@Controller('chapters/:chapter/certificate-design')
export class DesignController {
  constructor(
    private readonly designs: Designs,
    private readonly pages: DesignPages,
  ) {}

  @Get()
  @Allow(LeadOfChapter)
  async design(@Subject() { chapter }: OwnChapter, @Res() response: Response): Promise<void> {
    const latest = await this.designs.latest(chapter.id);
    response.render('certificates/design', designPage(chapter, fieldsOf(latest ?? HOUSE_DRAWN), latest?.number ?? 0));
  }

  /** What a form would look like, printed; the form stands in the address. */
  @Get('preview.webp')
  @Allow(LeadOfChapter)
  async preview(
    @Subject() { chapter }: OwnChapter,
    @Query() query: Record<string, unknown>,
    @InLanguage() language: Language,
    @Res() response: Response,
  ): Promise<void> {
    const picture = await this.pages.preview(chapter, query, language);
    response.set({ 'cache-control': 'private, max-age=60' }).type('image/webp').send(picture);
  }

  @Get('pictures/:picture.png')
  @Allow(LeadOfChapter)
  async picture(@Subject() { chapter }: OwnChapter, @Param('picture') id: string, @Res() response: Response): Promise<void> {
    const kept = await this.designs.picture(id, chapter.id);
    if (!kept) throw new NotFound();
    response.set({ 'cache-control': 'private, max-age=86400' }).type('image/png').send(kept.bytes);
  }

  @Post()
  @Allow(LeadOfChapter)
  async change(
    @Subject() { chapter }: OwnChapter,
    @Body(new FormPipe(DesignForm)) form: Submitted<DesignForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const version = Number(values.version) || 0;
    const again = (fields: Fields, errors: Submitted<DesignForm>['errors'] = []) =>
      response.status(errors.length ? 422 : 200).render('certificates/design', designPage(chapter, fields, version, errors, values.place));
    const brought = await this.pages.brought(request, values.place);
    if (!Buffer.isBuffer(brought) && brought) return again(values, [...form.errors, brought]);
    const errors = this.pages.wrong(form);
    const act = { viewer, formId, chapter, now: request.arrivedAt };
    if (values.do.startsWith('remove-') || values.do === 'preview' || errors.length) {
      const fields = this.pages.without(values, values.do);
      return again(brought ? await this.pages.kept(act, fields, values.place, brought) : fields, errors);
    }
    try {
      await this.pages.save(act, values, version, brought);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const latest = (await this.designs.latest(chapter.id))!;
      const { say } = response.locals['page'] as Page;
      return response.status(409).render('errors/conflict', designConflict(chapter, fieldsOf(drawnFrom(values)), latest, say));
    }
    await redirectSaying(request, response, `/chapters/${chapter.slug}/certificate-design`, 'designs.flash.changed');
  }
}

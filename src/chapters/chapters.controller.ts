import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { isDuplicate } from '../database/conflict';
import { Outcomes } from '../database/outcomes.service';
import type { Language } from '../kernel/language';
import { type FormError, FormPipe, type Submitted } from '../web/forms/form.pipe';
import { Allow } from '../web/permissions/permission';
import { Steward } from '../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now } from '../web/requests/request-words';
import type { Viewer } from '../web/requests/viewer';
import { OnSomeTeam } from './chapter-team.guard';
import { ChapterForm } from './chapter.form';
import { Chapters } from './chapters.service';
import { listPage, newPage } from './chapters.view';
import { isAtLeast } from './roles';
import { isSlug, slugOf } from './slug';

@Controller('chapters')
export class ChaptersController {
  constructor(
    private readonly chapters: Chapters,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OnSomeTeam)
  async list(@CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const belongings = await this.chapters.rolesOf(viewer.id);
    const own = belongings.filter(({ roles }) => isAtLeast(roles, 'trainer')).map(({ chapter }) => chapter);
    if (!viewer.steward && own.length === 1) return response.redirect(303, `/chapters/${own[0]!.slug}`);
    const chapters = viewer.steward ? await this.chapters.all() : own;
    response.render('chapters/list', listPage(chapters, await this.chapters.withLead(), viewer.steward));
  }

  @Get('new')
  @Allow(Steward)
  @Render('chapters/new')
  new(@InLanguage() language: Language) {
    return newPage(language);
  }

  @Post()
  @Allow(Steward)
  async create(
    @Body(new FormPipe(ChapterForm)) form: Submitted<ChapterForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const slug = values.slug || slugOf(values.name);
    const wrong = (key: string) => [...form.errors, { field: 'slug', key, details: {} }];
    const again = (errors: FormError[]) => response.status(422).render('chapters/new', newPage(language, { ...values, slug }, errors));
    if (!isSlug(slug) && values.name) return again(wrong(values.slug ? 'chapters.error.slug' : 'chapters.error.slug-needed'));
    if (form.errors.length) return again(form.errors);
    try {
      const address = await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.chapters.create(write, { ...values, slug }, now);
        return `/chapters/${slug}`;
      });
      response.redirect(303, address);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      again(wrong('chapters.error.slug-taken'));
    }
  }
}

import { Controller, Get, Param, Render } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { isSlug } from '../../chapters/slug';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Programmes } from '../../cohorts/programmes.service';
import { OpenDoors } from '../../cohorts/requests/open-doors.service';
import type { Language } from '../../kernel/language';
import { NotFound } from '../../kernel/not-found';
import { Allow } from '../../web/permissions/permission';
import { Anyone } from '../../web/permissions/who.guard';
import { InLanguage, Now } from '../../web/requests/request-words';
import { chapterPage, chaptersPage } from './public-chapters.view';

/** What strangers see of chapters: what they are and what begins there, and nobody's name. */
@Controller('welcome')
export class PublicChaptersController {
  constructor(
    private readonly chapters: Chapters,
    private readonly cohorts: Cohorts,
    private readonly programmes: Programmes,
    private readonly doors: OpenDoors,
  ) {}

  @Get()
  @Allow(Anyone)
  @Render('home/chapters')
  async all(@InLanguage() language: Language, @Now() now: Date) {
    const chapters = await this.chapters.public();
    const cohorts = await this.cohorts.upcoming(
      chapters.map(({ id }) => id),
      now,
    );
    return chaptersPage(chapters, cohorts, language);
  }

  @Get(':chapter')
  @Allow(Anyone)
  @Render('home/chapter')
  async one(@Param('chapter') slug: string, @InLanguage() language: Language, @Now() now: Date) {
    const chapter = isSlug(slug) ? await this.chapters.bySlug(slug) : null;
    if (!chapter?.shown) throw new NotFound();
    const cohorts = await this.cohorts.upcoming([chapter.id], now);
    const [titles, asking] = await Promise.all([
      this.programmes.titlesFor(cohorts, language),
      this.doors.among(cohorts.map(({ id }) => id)),
    ]);
    return chapterPage(chapter, cohorts, { titles, asking }, language, now);
  }
}

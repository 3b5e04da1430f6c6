import { Controller, Get, Render } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Chapters } from '../../chapters/chapters.service';
import { TEAM } from '../../chapters/roles';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Programmes } from '../../cohorts/programmes.service';
import { stateOf } from '../../cohorts/states/state';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { ChapterFigures } from './chapter-figures.service';
import { chapterPage } from './chapter.view';

/** A chapter as its team comes home to it. */
@Controller('chapters/:chapter')
export class ChapterController {
  constructor(
    private readonly chapters: Chapters,
    private readonly cohorts: Cohorts,
    private readonly programmes: Programmes,
    private readonly figures: ChapterFigures,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('oversight/chapter')
  async chapter(@Subject() own: OwnChapter, @InLanguage() language: Language, @Now() now: Date) {
    const { id } = own.chapter;
    const cohorts = await this.cohorts.ofChapter(id);
    const [titles, members, figures] = await Promise.all([
      this.programmes.titlesFor(cohorts, language),
      this.chapters.membersOf(id, TEAM),
      this.figures.of(id, own.lead),
    ]);
    const current = cohorts.filter((cohort) => !['finished', 'archived'].includes(stateOf(cohort, now)));
    const over = cohorts.filter((cohort) => stateOf(cohort, now) === 'finished').length;
    return chapterPage(own, { current, over, titles, members, ...figures }, now);
  }
}

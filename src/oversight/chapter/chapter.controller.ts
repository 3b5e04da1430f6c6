import { Controller, Get, Render } from '@nestjs/common';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Chapters } from '../../chapters/chapters.service';
import { TEAM } from '../../chapters/roles';
import { CohortQueries } from '../../cohorts/cohorts.queries';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Programmes } from '../../cohorts/programmes.service';
import { RequestQueries } from '../../cohorts/requests/requests.queries';
import { stateOf } from '../../cohorts/states/state';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { chapterPage } from './chapter.view';

/** A chapter as its team comes home to it. */
@Controller('chapters/:chapter')
export class ChapterController {
  constructor(
    private readonly chapters: Chapters,
    private readonly cohorts: Cohorts,
    private readonly queries: CohortQueries,
    private readonly programmes: Programmes,
    private readonly requests: RequestQueries,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('oversight/chapter')
  async chapter(@Subject() own: OwnChapter, @InLanguage() language: Language, @Now() now: Date) {
    const { id } = own.chapter;
    const cohorts = await this.cohorts.ofChapter(id);
    const [people, titles, members, asked] = await Promise.all([
      this.queries.people(id),
      this.programmes.titlesFor(cohorts, language),
      this.chapters.membersOf(id, TEAM),
      own.lead ? this.requests.counts([id]) : [],
    ]);
    const current = cohorts.filter((cohort) => !['finished', 'archived'].includes(stateOf(cohort, now)));
    const over = cohorts.filter((cohort) => stateOf(cohort, now) === 'finished').length;
    return chapterPage(own, { current, over, people, titles, members, asked }, now);
  }
}

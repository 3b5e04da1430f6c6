import { Controller, Get, Render } from '@nestjs/common';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { OwnStudy } from '../enrolment/own-study.guard';
import type { Study } from '../enrolment/study';
import { Announcements } from './announcements.service';
import { newsPage } from './announcements.view';

/** What was said to a trainee's cohort. */
@Controller('learning/:enrolment/announcements')
export class NewsController {
  constructor(private readonly announcements: Announcements) {}

  @Get()
  @Allow(OwnStudy)
  @Render('cohorts/news')
  async all(@Subject() study: Study) {
    return newsPage(study, await this.announcements.of(study.cohort.id));
  }
}

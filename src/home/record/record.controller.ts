import { Controller, Get, Render } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { OwnEnrolment } from '../../cohorts/moves/own-enrolment.guard';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Subject } from '../../web/requests/request-words';
import { recordPage } from './record.view';
import { Records } from './records.service';

/** What somebody did in a cohort: theirs to read, also when they have left. */
@Controller('learning/:enrolment/record')
export class RecordController {
  constructor(private readonly records: Records) {}

  @Get()
  @Allow(OwnEnrolment)
  @Render('home/record')
  async record(@Subject() study: Study, @InLanguage() language: Language) {
    return recordPage(study, await this.records.of(study, language));
  }
}

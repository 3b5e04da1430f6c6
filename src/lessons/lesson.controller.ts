import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Studies } from '../cohorts/enrolment/studies.service';
import { Openings } from '../cohorts/timetable/openings.service';
import type { Language } from '../kernel/language';
import { Outlines } from '../modules/outlines.service';
import { stepAddress } from '../modules/step-address';
import { FormPipe, type Submitted } from '../web/forms/form.pipe';
import { Allow } from '../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../web/requests/request-words';
import type { Viewer } from '../web/requests/viewer';
import { PlaceForm, ReadForm } from './lesson.form';
import { OwnLesson, type OpenLesson } from './lesson.guard';
import { LessonTexts } from './lesson-text.service';
import { lessonPage } from './lesson.view';
import { Lessons } from './lessons.service';

@Controller('lessons/:enrolment/:module/:step')
export class LessonController {
  constructor(
    private readonly lessons: Lessons,
    private readonly texts: LessonTexts,
    private readonly outlines: Outlines,
    private readonly studies: Studies,
    private readonly openings: Openings,
  ) {}

  @Get()
  @Allow(OwnLesson)
  @Render('lessons/lesson')
  async lesson(@Subject() open: OpenLesson, @CurrentViewer() { zone }: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    const [text, outline, done] = await Promise.all([
      this.texts.of(open.moduleVersionId, open.lesson, language),
      this.outlines.module(open.moduleVersionId, language),
      this.studies.done(open.study),
    ]);
    await this.openings.assertOpen(placeOf(open), language, now, done);
    return lessonPage(open, text, outline, done, { now, zone, language });
  }

  @Post('read')
  @Allow(OwnLesson)
  async read(
    @Subject() open: OpenLesson,
    @Body(new FormPipe(ReadForm)) _form: Submitted<ReadForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.openings.assertOpen(placeOf(open), language, now);
    await this.lessons.read(open, now);
    const { steps } = await this.outlines.module(open.moduleVersionId, language);
    const next = steps[steps.findIndex(({ key }) => key === open.lesson.key) + 1];
    response.redirect(303, next ? stepAddress(open.study.enrolmentId, open.module, next) : '/learning');
  }

  @Post('place')
  @Allow(OwnLesson)
  async place(
    @Subject() open: OpenLesson,
    @Body(new FormPipe(PlaceForm)) form: Submitted<PlaceForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    await this.openings.assertOpen(placeOf(open), language, now);
    const { heading } = form.values;
    const { body } = await this.texts.of(open.moduleVersionId, open.lesson, language);
    if (form.errors.length || !body.headings.some(({ id }) => id === heading)) return void response.status(422).end();
    await this.lessons.keepPlace(open, heading, now);
    response.status(204).end();
  }
}

const placeOf = ({ study, module, lesson }: OpenLesson) => ({ study, module, step: lesson.key });

import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { daysErrors, daysOf, SetForm } from './paper.form';
import { PaperOfChapter, type OwnPaper } from './paper-of-chapter.guard';
import { PaperPages } from './paper-pages.service';
import { paperPage } from './paper.view';
import { SetQuizzes } from './set-quizzes.service';

/** Setting a published quiz for a cohort of its chapter. */
@Controller('chapters/:chapter/quizzes/:quiz')
export class SetController {
  constructor(
    private readonly sets: SetQuizzes,
    private readonly pages: PaperPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('cohorts')
  @Allow(PaperOfChapter)
  async set(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(SetForm)) form: Submitted<SetForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const errors = [...form.errors, ...daysErrors(form)];
    if (errors.length) {
      const sheet = await this.pages.of(own, request.arrivedAt);
      return response.status(422).render('quizzes/paper', paperPage(own, sheet, { set: values }, errors));
    }
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.sets.set(write, own.quiz, values.cohort, daysOf(values), viewer.id, request.arrivedAt);
      return `/cohorts/${values.cohort}/quizzes`;
    });
    await redirectSaying(request, response, address, 'papers.flash.set');
  }
}

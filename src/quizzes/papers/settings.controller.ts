import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { presetSettings } from './paper';
import { PresetForm } from './paper.form';
import { PaperOfChapter, type OwnPaper } from './paper-of-chapter.guard';
import { PaperPages } from './paper-pages.service';
import { paperAddress, paperPage } from './paper.view';
import { Papers } from './papers.service';
import { QuizSettingsForm, settingsIn } from './settings.form';

/** How a quiz is taken: all at once by a preset, or one by one. */
@Controller('chapters/:chapter/quizzes/:quiz')
export class QuizSettingsController {
  constructor(
    private readonly papers: Papers,
    private readonly pages: PaperPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('preset')
  @Allow(PaperOfChapter)
  async preset(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(PresetForm)) { values, errors, formId }: Submitted<PresetForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('shape', errors[0]!.field);
    const set = { settings: presetSettings(values.preset, own.quiz.settings.bands) };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.change(write, { id: own.quiz.id, version: Number(values.version) }, set, request.arrivedAt);
      return `${paperAddress(own)}#settings`;
    });
    await redirectSaying(request, response, address, 'papers.flash.saved');
  }

  @Post('settings')
  @Allow(PaperOfChapter)
  async settings(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(QuizSettingsForm)) form: Submitted<QuizSettingsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const { errors: wrong, ...set } = settingsIn(values, own.quiz);
    const errors = [...form.errors, ...wrong];
    if (errors.length) {
      const sheet = await this.pages.of(own, request.arrivedAt);
      return response.status(422).render('quizzes/paper', paperPage(own, sheet, { settings: values }, errors));
    }
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.change(write, { id: own.quiz.id, version: Number(values.version) }, set, request.arrivedAt);
      return `${paperAddress(own)}#settings`;
    });
    await redirectSaying(request, response, address, 'papers.flash.saved');
  }
}

import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow, EvenClosed } from '../../web/permissions/permission';
import { CurrentViewer, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { PaperPressForm, textsOf, WordsForm } from './paper.form';
import { PaperOfChapter, type OwnPaper } from './paper-of-chapter.guard';
import { PaperPages } from './paper-pages.service';
import { paperAddress, paperPage, wordsConflict } from './paper.view';
import { Papers } from './papers.service';

/** One quiz as it is put together: its words, publishing it, putting it away. */
@Controller('chapters/:chapter/quizzes/:quiz')
export class PaperController {
  constructor(
    private readonly papers: Papers,
    private readonly pages: PaperPages,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(PaperOfChapter)
  @Render('quizzes/paper')
  async paper(@Subject() own: OwnPaper, @Now() now: Date) {
    return paperPage(own, await this.pages.of(own, now));
  }

  @Post('words')
  @Allow(PaperOfChapter)
  async words(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(WordsForm)) form: Submitted<WordsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const { texts, errors: long } = textsOf(values, own.quiz.texts);
    const errors = [...form.errors, ...long.filter(({ field }) => !form.errors.some((one) => one.field === field))];
    if (errors.length) {
      const sheet = await this.pages.of(own, request.arrivedAt);
      return response.status(422).render('quizzes/paper', paperPage(own, sheet, { words: values }, errors));
    }
    const address = paperAddress(own);
    const set = { texts, language: values.language };
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.papers.change(write, { id: own.quiz.id, version: Number(values.version) }, set, request.arrivedAt);
        return address;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.papers.bySlug(own.chapter.id, own.quiz.slug))!;
      return response.status(409).render('errors/conflict', wordsConflict(own, values, theirs));
    }
    await redirectSaying(request, response, address, 'papers.flash.saved');
  }

  @Post('publication')
  @Allow(PaperOfChapter)
  async publish(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(PaperPressForm)) { values, formId, errors }: Submitted<PaperPressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('unknown-field', errors[0]!.field);
    const at = { id: own.quiz.id, version: Number(values.version) };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.publish(write, own.chapter, at, viewer.id, request.arrivedAt);
      return paperAddress(own);
    });
    await redirectSaying(request, response, address, 'papers.flash.published');
  }

  @Post('archiving')
  @Allow(PaperOfChapter)
  @EvenClosed()
  archive(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(PaperPressForm)) form: Submitted<PaperPressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.put(own, form, viewer, request, response, request.arrivedAt);
  }

  @Post('return')
  @Allow(PaperOfChapter)
  @EvenClosed()
  bringBack(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(PaperPressForm)) form: Submitted<PaperPressForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.put(own, form, viewer, request, response, null);
  }

  private async put(
    own: OwnPaper,
    { values, formId, errors }: Submitted<PaperPressForm>,
    viewer: Viewer,
    request: Request,
    response: Response,
    archivedAt: Date | null,
  ): Promise<void> {
    if (errors.length) throw new UnreadableForm('unknown-field', errors[0]!.field);
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.putAway(write, own.quiz, Number(values.version), archivedAt);
      return archivedAt ? `/chapters/${own.chapter.slug}/quizzes` : paperAddress(own);
    });
    await redirectSaying(request, response, address, archivedAt ? 'papers.flash.archived' : 'papers.flash.returned');
  }
}

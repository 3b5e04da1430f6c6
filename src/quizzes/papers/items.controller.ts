import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { additionsPage, searchIn } from './additions.view';
import { moved } from './paper';
import { AdditionsForm, DrawForm, drawsWith, ItemsForm, pointsOf } from './paper.form';
import { PaperOfChapter, type OwnPaper } from './paper-of-chapter.guard';
import { PaperPages } from './paper-pages.service';
import { paperAddress, paperPage } from './paper.view';
import { PaperQuestions } from './paper-questions.service';
import { Papers } from './papers.service';

/** Which questions a quiz asks, in which order and for how many points. */
@Controller('chapters/:chapter/quizzes/:quiz')
export class ItemsController {
  constructor(
    private readonly papers: Papers,
    private readonly pages: PaperPages,
    private readonly questions: PaperQuestions,
    private readonly outcomes: Outcomes,
  ) {}

  /** Saves the points, and moves or takes out a question where its button was pressed. */
  @Post('items')
  @Allow(PaperOfChapter)
  async items(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(ItemsForm)) form: Submitted<ItemsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    const { items, errors: wrong } = pointsOf(own.quiz.items, values);
    const errors = [...form.errors, ...wrong];
    if (errors.length) {
      const sheet = await this.pages.of(own, request.arrivedAt);
      return response.status(422).render('quizzes/paper', paperPage(own, sheet, { points: values.points }, errors));
    }
    const [up, down, out] = [values.up?.[0], values.down?.[0], values.remove ?? []];
    const ordered = up ? moved(items, up, -1) : down ? moved(items, down, 1) : items;
    const set = { items: ordered.filter(({ questionId }) => !out.includes(questionId)) };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.change(write, { id: own.quiz.id, version: Number(values.version) }, set, request.arrivedAt);
      return `${paperAddress(own)}#questions`;
    });
    await redirectSaying(request, response, address, 'papers.flash.saved');
  }

  @Post('draws')
  @Allow(PaperOfChapter)
  async draws(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(DrawForm)) { values, errors, formId }: Submitted<DrawForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) {
      const sheet = await this.pages.of(own, request.arrivedAt);
      return response.status(422).render('quizzes/paper', paperPage(own, sheet, { draw: values }, errors));
    }
    const set = { draws: drawsWith(own.quiz.draws, values) };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.change(write, { id: own.quiz.id, version: Number(values.version) }, set, request.arrivedAt);
      return `${paperAddress(own)}#questions`;
    });
    await redirectSaying(request, response, address, 'papers.flash.saved');
  }

  /** Questions of the bank to choose from. */
  @Get('additions')
  @Allow(PaperOfChapter)
  @Render('quizzes/additions')
  choose(@Subject() own: OwnPaper, @Query() query: Record<string, unknown>) {
    return this.additions(own, query);
  }

  @Post('additions')
  @Allow(PaperOfChapter)
  async add(
    @Subject() own: OwnPaper,
    @Body(new FormPipe(AdditionsForm)) { values, errors, formId }: Submitted<AdditionsForm>,
    @Query() query: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return response.status(422).render('quizzes/additions', { ...(await this.additions(own, query)), errors });
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      await this.papers.add(write, own.quiz, Number(values.version), values.questions, request.arrivedAt);
      return `${paperAddress(own)}#questions`;
    });
    await redirectSaying(request, response, address, 'papers.flash.added');
  }

  private async additions(own: OwnPaper, query: Record<string, unknown>) {
    const search = searchIn(query);
    const [offered, tags] = await Promise.all([
      this.questions.find(own.chapter.id, { text: search.find, tags: search.tag ? [search.tag] : [] }),
      this.questions.tags(own.chapter.id),
    ]);
    return additionsPage(own, offered, tags, search);
  }
}

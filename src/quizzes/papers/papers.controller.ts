import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Cohorts } from '../../cohorts/cohorts.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { isBlank } from '../../kernel/text';
import { Phrases } from '../../languages/phrases';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { NewPaperForm } from './paper.form';
import { papersPage } from './papers.view';
import { Papers } from './papers.service';
import { SetQuizzes } from './set-quizzes.service';

/** The quizzes of a chapter, and new ones. */
@Controller('chapters/:chapter/quizzes')
export class PapersController {
  constructor(
    private readonly papers: Papers,
    private readonly sets: SetQuizzes,
    private readonly cohorts: Cohorts,
    private readonly phrases: Phrases,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('quizzes/papers')
  list(@Subject() own: OwnChapter) {
    return this.page(own);
  }

  /** A new quiz in one press, empty or of questions that were chosen elsewhere. */
  @Post()
  @Allow(TrainerOfChapter)
  async create(
    @Subject() own: OwnChapter,
    @Body(new FormPipe(NewPaperForm)) { values, errors, formId }: Submitted<NewPaperForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (errors.length) return response.status(422).render('quizzes/papers', { ...(await this.page(own)), errors });
    const { preset, questions, title } = values;
    const words = (language: Language) => {
      const say = this.phrases.in(language);
      const usual = { title: say(`papers.usual.${preset}.title`), summary: say(`papers.usual.${preset}.summary`) };
      return isBlank(title) ? usual : { ...usual, title };
    };
    const address = await this.outcomes.run(viewer.id, formId, async (write) => {
      const slug = await this.papers.create(write, own.chapter, { preset, questions, words }, request.arrivedAt);
      return `/chapters/${own.chapter.slug}/quizzes/${slug}`;
    });
    await redirectSaying(request, response, address, 'papers.flash.created');
  }

  private async page(own: OwnChapter) {
    const quizzes = await this.papers.of(own.chapter.id);
    const [changed, sets, cohorts] = await Promise.all([
      this.papers.changed(own.chapter.id, quizzes),
      this.sets.ofQuizzes(quizzes.map(({ id }) => id)),
      this.cohorts.ofChapter(own.chapter.id),
    ]);
    return papersPage(own, quizzes, { changed, sets, cohorts });
  }
}

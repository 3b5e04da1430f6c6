import { Body, Controller, Get, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { UnreadableForm } from '../../web/errors/outcomes';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { EssayOfChapter, type EssayOfTeam } from './essay-of-chapter.guard';
import { MarkForm } from './marking.form';
import { MarkingQueue } from './marking-queue.service';
import { markConflict, markingPage, textPage } from './marking.view';
import { Markings } from './markings.service';
import { criteriaOf, givenPoints } from './rubric';

/** Longer texts of a chapter's people, as its team marks them. */
@Controller('chapters/:chapter/marking')
export class MarkingController {
  constructor(
    private readonly queue: MarkingQueue,
    private readonly markings: Markings,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('quizzes/marking')
  async list(
    @Subject() own: OwnChapter,
    @Query('names') names: unknown,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
  ) {
    return markingPage(own, await this.queue.of(own.chapter.id, language), names === 'shown', viewer);
  }

  @Get(':attempt/:question')
  @Allow(EssayOfChapter)
  @Render('quizzes/text')
  async text(
    @Subject() own: EssayOfTeam,
    @Query('names') names: unknown,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
  ) {
    return textPage(own, await this.markings.of(own, language), names === 'shown', viewer);
  }

  @Post(':attempt/:question')
  @Allow(EssayOfChapter)
  async mark(
    @Subject() own: EssayOfTeam,
    @Body(new FormPipe(MarkForm)) { values, errors: broken, formId }: Submitted<MarkForm>,
    @CurrentViewer() viewer: Viewer,
    @InLanguage() language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (own.attempt.personId === viewer.id) throw new Refusal('analysis.refusal.own-text');
    const known = criteriaOf(own.question).map(({ key }) => key);
    const foreign = Object.keys(values.points).find((key) => !known.includes(key));
    if (foreign) throw new UnreadableForm('unknown-field', `points.${foreign}`);
    const given = givenPoints(own.question, values.points);
    const wrong =
      'wrong' in given
        ? given.wrong.map(({ key, points }): FormError => ({
            field: `points-${key}`,
            key: 'analysis.error.points',
            details: { most: points },
          }))
        : [];
    const errors = [...broken, ...wrong];
    if ('wrong' in given || errors.length) {
      const page = textPage(own, await this.markings.of(own, language), false, viewer, values, errors);
      return response.status(422).render('quizzes/text', page);
    }
    const list = `/chapters/${own.chapter.slug}/marking`;
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        const mark = { ...given, comment: values.comment, markerId: viewer.id, at: request.arrivedAt };
        await this.markings.give(write, own, Number(values.version), mark);
        return list;
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return response.status(409).render('errors/conflict', markConflict(own, values, await this.markings.of(own, language)));
    }
    await redirectSaying(request, response, list, 'analysis.flash.marked');
  }
}

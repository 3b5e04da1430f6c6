import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { dueOf } from '../../cohorts/timetable/due';
import { type Closed, Openings } from '../../cohorts/timetable/openings.service';
import { Content } from '../../content/content.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, InLanguage, Now, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { closedBy, type QuizClosed } from '../papers/closed';
import { isOpen } from '../sitting/timing';
import { BeginForm } from './attempt.form';
import { Attempts, type QuizPlace } from './attempts.service';
import { OwnQuizStep } from './quiz-step.guard';
import { QuizVersions } from './quiz-versions.service';
import { startPage } from './quiz.view';

@Controller('quizzes/:enrolment/:module/:step')
export class QuizController {
  constructor(
    private readonly attempts: Attempts,
    private readonly quizzes: QuizVersions,
    private readonly content: Content,
    private readonly openings: Openings,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnQuizStep)
  @Render('quizzes/start')
  async start(@Subject() place: QuizPlace, @CurrentViewer() { zone }: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    const [quiz, words, attempts, locked, closed] = await Promise.all([
      this.quizzes.quiz(place.quizVersionId),
      this.content.wordsOf(place.quizVersionId, language),
      this.attempts.ofStep(place),
      this.lessonFirst(place),
      this.closed(place, language, now),
    ]);
    return startPage(place, quiz, words, attempts, { locked, closed, due: dueOf(place.study, place.module, { now, zone, language }), now });
  }

  @Post('attempts')
  @Allow(OwnQuizStep)
  async begin(
    @Subject() place: QuizPlace,
    @Body(new FormPipe(BeginForm)) form: Submitted<BeginForm>,
    @InLanguage() language: Language,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    const closed = await this.closed(place, language, now);
    if (closed) throw new Refusal(closed.reason, closed.details);
    if (await this.lessonFirst(place)) throw new Refusal('quizzes.refusal.locked');
    const { personId } = place.study;
    const address = await this.outcomes.run(
      personId,
      form.formId,
      async (write) => `/attempts/${await this.attempts.begin(write, place, language, now)}/questions/1`,
    );
    response.redirect(303, address);
  }

  /** Why no try can begin now: of a chapter's quiz its own days say it, of any other the timetable. */
  private async closed(place: QuizPlace, language: Language, now: Date): Promise<Closed | QuizClosed | null> {
    return place.window ? closedBy(place.window, place.study.cohort.zone, language, now) : this.openings.closed(place, language, now);
  }

  /** The lesson to read before this quiz opens, or null when it is open; it stays so for an attempt that has begun, even when newer versions bring a lesson more. */
  private async lessonFirst(place: QuizPlace): Promise<{ address: string } | null> {
    if (place.window) return null;
    const begun = (await this.attempts.ofStep(place)).some(isOpen);
    return begun ? null : this.openings.lessonFirst(place);
  }
}

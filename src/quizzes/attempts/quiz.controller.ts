import { Body, Controller, Get, Post, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Studies } from '../../cohorts/enrolment/studies.service';
import { Content } from '../../content/content.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import { Refusal } from '../../kernel/refusal';
import { learningModule } from '../../modules/learning-module';
import { path } from '../../modules/path';
import { stepAddress } from '../../modules/step-address';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
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
    private readonly studies: Studies,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(OwnQuizStep)
  @Render('quizzes/start')
  async start(@Subject() place: QuizPlace, @InLanguage() language: Language) {
    const [quiz, words, attempts, locked] = await Promise.all([
      this.quizzes.quiz(place.quizVersionId),
      this.content.wordsOf(place.quizVersionId, language),
      this.attempts.ofStep(place),
      this.lessonFirst(place),
    ]);
    return startPage(place, quiz, words, attempts, locked);
  }

  @Post('attempts')
  @Allow(OwnQuizStep)
  async begin(
    @Subject() place: QuizPlace,
    @Body(new FormPipe(BeginForm)) form: Submitted<BeginForm>,
    @Now() now: Date,
    @Res() response: Response,
  ): Promise<void> {
    if (await this.lessonFirst(place)) throw new Refusal('quizzes.refusal.locked');
    const { personId } = place.study;
    const address = await this.outcomes.run(
      personId,
      form.formId,
      async (write) => `/attempts/${await this.attempts.begin(write, place, now)}/questions/1`,
    );
    response.redirect(303, address);
  }

  /** The lesson to read before this quiz opens, or null when it is open; it stays so for an attempt that has begun, even when newer versions bring a lesson more. */
  private async lessonFirst(place: QuizPlace): Promise<{ address: string } | null> {
    const { study, module, step } = place;
    const structure = learningModule(await this.content.document(study.cohort.pins[`module:${module}`]!));
    const here = path(structure, await this.studies.done(study)).find((one) => one.step.key === step);
    if (!here?.why || (await this.attempts.ofStep(place)).some(({ handedInAt }) => !handedInAt)) return null;
    return { address: stepAddress(study.enrolmentId, module, here.why.step) };
  }
}

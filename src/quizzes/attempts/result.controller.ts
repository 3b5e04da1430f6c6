import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Language } from '../../kernel/language';
import { Allow } from '../../web/permissions/permission';
import { InLanguage, Now, Subject } from '../../web/requests/request-words';
import { Attempts } from './attempts.service';
import { type OpenAttempt, OwnAttempt } from './quiz-step.guard';
import { Results } from './results.service';

@Controller('attempts/:attempt/result')
export class ResultController {
  constructor(
    private readonly attempts: Attempts,
    private readonly results: Results,
  ) {}

  @Get()
  @Allow(OwnAttempt)
  async result(@Subject() open: OpenAttempt, @InLanguage() language: Language, @Now() now: Date, @Res() response: Response): Promise<void> {
    const { attempt } = open;
    if (attempt.handedInAt) return response.render('quizzes/result', await this.results.of(attempt, await open.study(), language, now));
    const state = await this.attempts.stateOf(attempt, now);
    if (state === 'finished') return response.redirect(303, `/attempts/${attempt.id}/result`);
    if (state !== 'never-submitted') return response.redirect(303, `/attempts/${attempt.id}`);
    response.render('quizzes/abandoned', await this.results.abandoned(attempt, await open.study(), language, now));
  }
}

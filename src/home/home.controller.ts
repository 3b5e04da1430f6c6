import { Controller, Get, Render, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Adoptions } from '../cohorts/adoption/adoptions.service';
import type { Language } from '../kernel/language';
import { Allow } from '../web/permissions/permission';
import { Anyone, SignedIn } from '../web/permissions/who.guard';
import { CurrentViewer, InLanguage, Now, PerhapsViewer } from '../web/requests/request-words';
import type { Viewer } from '../web/requests/viewer';
import type { Page } from '../web/views/page';
import { BesideLearning } from './beside-learning.service';
import { learningPage, welcomePage } from './home.view';
import { MyLearning } from './my-learning.service';
import { Start } from './start.service';

@Controller()
export class HomeController {
  constructor(
    private readonly learning: MyLearning,
    private readonly start: Start,
    private readonly beside: BesideLearning,
    private readonly adoptions: Adoptions,
  ) {}

  @Get()
  @Allow(Anyone)
  async welcome(@PerhapsViewer() viewer: Viewer | null, @Res() response: Response): Promise<void> {
    if (viewer) response.redirect(303, await this.start.of(viewer));
    else response.render('home/welcome', welcomePage((response.locals['page'] as Page).say));
  }

  @Get('learning')
  @Allow(SignedIn)
  @Render('home/learning')
  async mine(@CurrentViewer() viewer: Viewer, @InLanguage() language: Language, @Now() now: Date) {
    const [learning, beside] = await Promise.all([this.learning.of(viewer, language, now), this.beside.of(viewer, language, now)]);
    const adoptions = await this.adoptions.ofAll(learning.map(({ study }) => study.cohort.id));
    return learningPage(viewer, learning, { ...beside, adoptions }, language, now);
  }
}

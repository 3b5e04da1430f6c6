import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type OwnChapter, TrainerOfChapter } from '../../chapters/chapter-team.guard';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { isBlank } from '../../kernel/text';
import { Phrases } from '../../languages/phrases';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { ChapterScenarios } from './chapter-scenarios.service';
import type { Draft } from './draft';
import { copyOf, Originals } from './originals.service';
import { scenariosPage } from './scenarios.view';
import { template } from './template';
import { NewScenarioForm } from './writing.form';

/** The role-plays that a chapter writes, and new ones. */
@Controller('chapters/:chapter/scenarios')
export class ScenariosController {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly originals: Originals,
    private readonly phrases: Phrases,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(TrainerOfChapter)
  @Render('simulations/scenarios')
  list(@Subject() own: OwnChapter) {
    return this.page(own, null);
  }

  @Post()
  @Allow(TrainerOfChapter)
  async create(
    @Subject() own: OwnChapter,
    @Body(new FormPipe(NewScenarioForm)) form: Submitted<NewScenarioForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    if (form.errors.length) return response.status(422).render('simulations/scenarios', await this.page(own, form));
    const address = await this.outcomes.run(viewer.id, form.formId, async (write) => {
      const slug = await this.scenarios.create(write, own.chapter.id, await this.begun(own, form.values), request.arrivedAt);
      return `/chapters/${own.chapter.slug}/scenarios/${slug}`;
    });
    await redirectSaying(request, response, address, 'scenarios.flash.created');
  }

  private async begun({ chapter }: OwnChapter, { from, title, language }: NewScenarioForm): Promise<Omit<Draft, 'slug'>> {
    if (from === 'template') {
      const say = this.phrases.in(language);
      return { language, ...template(isBlank(title) ? say('scenarios.template.title') : title, [chapter.name], say) };
    }
    const original = await this.originals.one(chapter.id, from);
    if (!original) throw new NotFound();
    const say = this.phrases.in(original.language, (text) => text.replace(/[\u2066-\u2069]/g, '')); // it is kept as it is written here
    const called = say('scenarios.copy-title', { title: original.texts['title']! });
    return { language: original.language, ...copyOf(original, isBlank(title) ? called : title, chapter.name) };
  }

  private async page(own: OwnChapter, wrong: Submitted<NewScenarioForm> | null) {
    const [scenarios, originals] = await Promise.all([this.scenarios.of(own.chapter.id), this.originals.of(own.chapter.id)]);
    return scenariosPage(own, scenarios, originals, wrong);
  }
}

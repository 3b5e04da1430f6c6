import { Body, Controller, Get, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Conflict } from '../../database/conflict';
import { Outcomes } from '../../database/outcomes.service';
import { UnreadableForm } from '../../web/errors/outcomes';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../web/requests/request-words';
import type { Viewer } from '../../web/requests/viewer';
import { redirectSaying } from '../../web/sessions/flash';
import { BasicsForm, basicsErrors, withBasics } from './basics.form';
import { basicsConflict, basicsPage } from './basics.view';
import { ChapterScenarios } from './chapter-scenarios.service';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from './scenario-of-chapter.guard';

/** What a role-play is called, how it is played, and what one learns there. */
@Controller('chapters/:chapter/scenarios/:scenario/basics')
export class BasicsController {
  constructor(
    private readonly scenarios: ChapterScenarios,
    private readonly outcomes: Outcomes,
  ) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/basics')
  basics(@Subject() own: OwnScenario) {
    return basicsPage(own);
  }

  @Post()
  @Allow(ScenarioOfChapter)
  async save(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(BasicsForm)) form: Submitted<BasicsForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values, formId } = form;
    if (form.errors.some(({ field }) => field === 'version')) throw new UnreadableForm('unknown-field', 'version');
    const more = basicsErrors(values).filter(({ field }) => !form.errors.some((error) => error.field === field));
    const errors = [...form.errors, ...more];
    if (errors.length) return response.status(422).render('simulations/basics', basicsPage(own, values, errors));
    const at = { id: own.scenario.id, version: Number(values.version) };
    try {
      await this.outcomes.run(viewer.id, formId, async (write) => {
        await this.scenarios.change(write, at, (draft) => withBasics(draft, values), request.arrivedAt);
        return scenarioAddress(own);
      });
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const theirs = (await this.scenarios.bySlug(own.chapter.id, own.scenario.slug))!;
      return response.status(409).render('errors/conflict', basicsConflict(own, values, theirs));
    }
    await redirectSaying(request, response, scenarioAddress(own), 'scenarios.flash.saved');
  }
}

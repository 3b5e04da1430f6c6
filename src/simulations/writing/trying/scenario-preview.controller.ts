import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { NotFound } from '../../../kernel/not-found';
import { Allow } from '../../../web/permissions/permission';
import { Subject } from '../../../web/requests/request-words';
import type { Page } from '../../../web/views/page';
import { type OwnScenario, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { scenarioPreviewPage } from './scenario-preview.view';

/** A role-play as those who play it will see it when they come in: each role, and whoever looks on. */
@Controller('chapters/:chapter/scenarios/:scenario/preview')
export class ScenarioPreviewController {
  @Get()
  @Allow(ScenarioOfChapter)
  onlooker(@Subject() own: OwnScenario, @Query('clause') clause: unknown, @Res() response: Response): void {
    response.render('simulations/scenario-preview', scenarioPreviewPage(own, 'observer', asked(clause), pageOf(response)));
  }

  @Get(':role')
  @Allow(ScenarioOfChapter)
  seat(@Subject() own: OwnScenario, @Param('role') role: string, @Query('clause') clause: unknown, @Res() response: Response): void {
    if (!own.scenario.structure.roles.some(({ key }) => key === role)) throw new NotFound();
    response.render('simulations/scenario-preview', scenarioPreviewPage(own, { seat: role }, asked(clause), pageOf(response)));
  }
}

const asked = (clause: unknown) => (typeof clause === 'string' ? clause : null);
const pageOf = (response: Response): Page => response.locals['page'] as Page;

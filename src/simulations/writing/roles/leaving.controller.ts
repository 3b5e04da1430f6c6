import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { writingGoesAlongPage } from '../editing/goes-along.view';
import { PartForm } from '../editing/part.form';
import { PartEdits } from '../editing/part-edits.service';
import { withChair, withoutRole } from '../keys/removing';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { knownRole } from './roles.controller';

/** What takes other parts of a scenario along: removing a role, and giving it the chair. */
@Controller('chapters/:chapter/scenarios/:scenario/roles/:role')
export class RoleLeavingController {
  constructor(private readonly edits: PartEdits) {}

  @Get('removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('role') key: string) {
    const back = `${scenarioAddress(own)}/roles/${knownRole(own.scenario, key)}`;
    const after = withoutRole(own.scenario, key);
    return writingGoesAlongPage(own, { kind: 'role', name: `roles.${key}.name`, action: `${back}/removal`, back, after });
  }

  @Post('removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param('role') key: string,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withoutRole(draft, knownRole(draft, key)), at: '/roles' });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }

  @Get('chair')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAboutChair(@Subject() own: OwnScenario, @Param('role') key: string) {
    const back = `${scenarioAddress(own)}/roles/${knownRole(own.scenario, key)}`;
    const after = withChair(own.scenario, key);
    return writingGoesAlongPage(own, { kind: 'chair', name: `roles.${key}.name`, action: `${back}/chair`, back, after });
  }

  @Post('chair')
  @Allow(ScenarioOfChapter)
  chair(
    @Subject() own: OwnScenario,
    @Param('role') key: string,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withChair(draft, knownRole(draft, key)), at: `/roles/${key}` });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.saved' });
  }
}

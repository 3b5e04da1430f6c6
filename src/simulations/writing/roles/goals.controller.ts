import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { typedNumber } from '../../../kernel/digits';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { writingGoesAlongPage } from '../editing/goes-along.view';
import { PartForm } from '../editing/part.form';
import { PartEdits, type Press } from '../editing/part-edits.service';
import { withoutGoal } from '../keys/removing';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { goalShown, writingGoalPage } from './goal.view';
import { goalOf, goalWritten } from './goals';
import { knownRole } from './roles.controller';
import { GoalForm } from './roles.form';

/** What a role of a scenario wants to reach. */
@Controller('chapters/:chapter/scenarios/:scenario/roles/:role/goals')
export class GoalWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get('new')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goal')
  begin(@Subject() own: OwnScenario, @Param('role') role: string, @Query() query: Record<string, string>) {
    return writingGoalPage(own, knownRole(own.scenario, role), null, { measure: query['measure'] });
  }

  @Post('new')
  @Allow(ScenarioOfChapter)
  add(
    @Subject() own: OwnScenario,
    @Param('role') role: string,
    @Body(new FormPipe(GoalForm)) form: Submitted<GoalForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.write({ own, form, viewer, request, response }, role, null);
  }

  @Get(':goal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goal')
  goal(@Subject() own: OwnScenario, @Param('role') role: string, @Param('goal') key: string) {
    return writingGoalPage(own, role, known(own.scenario, role, key), null);
  }

  @Post(':goal')
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param() { role = '', goal = '' }: Record<string, string>,
    @Body(new FormPipe(GoalForm)) form: Submitted<GoalForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.write({ own, form, viewer, request, response }, role, goal);
  }

  @Get(':goal/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('role') role: string, @Param('goal') goal: string) {
    const back = `${scenarioAddress(own)}/roles/${role}/goals/${known(own.scenario, role, goal)}`;
    const after = withoutGoal(own.scenario, { role, goal });
    return writingGoesAlongPage(own, { kind: 'goal', name: `roles.${role}.goals.${goal}`, action: `${back}/removal`, back, after });
  }

  @Post(':goal/removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param() { role = '', goal = '' }: Record<string, string>,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withoutGoal(draft, { role, goal: known(draft, role, goal) }), at: `/roles/${role}#goals` });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }

  private write(press: Press<GoalForm>, role: string, key: string | null): Promise<void> {
    const { own, form } = press;
    const here = (draft: Draft) => (key === null ? (knownRole(draft, role), null) : known(draft, role, key));
    return this.edits.take(press, {
      edit: (draft) => {
        const written = goalWritten(draft, role, here(draft), { ...form.values, weight: typedNumber(form.values.weight) ?? 1 });
        return { structure: written.structure, texts: written.texts, at: `/roles/${role}#goals` };
      },
      says: 'scenario-roles.flash.saved',
      again: (errors, sent) => ['simulations/writing-goal', writingGoalPage(own, role, here(own.scenario), sent, errors)],
      shown: (draft) => goalShown(draft, role, key),
    });
  }
}

function known(draft: Pick<Draft, 'structure'>, role: string, key: string): string {
  if (!goalOf(draft, role, key)) throw new NotFound();
  return key;
}

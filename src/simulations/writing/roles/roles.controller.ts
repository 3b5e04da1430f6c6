import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { typedNumber } from '../../../kernel/digits';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { OrderForm } from '../editing/part.form';
import { PartEdits } from '../editing/part-edits.service';
import { type OwnScenario, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { roleChanged, roleMoved, roleOf, withNewRole } from './roles';
import { NewRoleForm, RoleForm } from './roles.form';
import { roleShown, writingRolePage, writingRolesPage } from './roles.view';

/** Who sits at the table of a scenario. */
@Controller('chapters/:chapter/scenarios/:scenario/roles')
export class RoleWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-roles')
  roles(@Subject() own: OwnScenario) {
    return writingRolesPage(own);
  }

  @Post()
  @Allow(ScenarioOfChapter)
  add(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(NewRoleForm)) form: Submitted<NewRoleForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { values } = form;
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => {
          const { key, ...edited } = withNewRole(draft, values);
          return { ...edited, at: `/roles/${key}` };
        },
        says: 'scenario-roles.flash.added',
        again: (errors, sent) => ['simulations/writing-roles', writingRolesPage(own, errors, sent)],
      },
    );
  }

  @Post('order')
  @Allow(ScenarioOfChapter)
  order(
    @Subject() own: OwnScenario,
    @Body(new FormPipe(OrderForm)) form: Submitted<OrderForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { up, down } = form.values;
    const edit = (draft: Draft) => ({ ...roleMoved(draft, (up ?? down)?.[0] ?? '', up ? -1 : 1), at: '/roles' });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.saved' });
  }

  @Get(':role')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-role')
  role(@Subject() own: OwnScenario, @Param('role') key: string) {
    return writingRolePage(own, knownRole(own.scenario, key));
  }

  @Post(':role')
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param('role') key: string,
    @Body(new FormPipe(RoleForm)) form: Submitted<RoleForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { least, most, playable, ...words } = form.values;
    const seats = { min: typedNumber(least) ?? 0, max: typedNumber(most) ?? 1 };
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => ({
          ...roleChanged(draft, knownRole(draft, key), { ...words, seats, playable: playable.length > 0 }),
          at: `/roles/${words.key}`,
        }),
        says: 'scenario-roles.flash.saved',
        again: (errors, sent) => ['simulations/writing-role', writingRolePage(own, knownRole(own.scenario, key), errors, sent)],
        shown: (draft) => roleShown(draft, key),
      },
    );
  }
}

/** The role's key, when the draft has the role. */
export function knownRole(draft: Pick<Draft, 'structure'>, key: string): string {
  if (!roleOf(draft, key)) throw new NotFound();
  return key;
}

import { Body, Controller, Get, Param, Post, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { typedNumber } from '../../../kernel/digits';
import { NotFound } from '../../../kernel/not-found';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { writingGoesAlongPage } from '../editing/goes-along.view';
import { Mistaken, mistake } from '../editing/mistaken';
import { PartForm } from '../editing/part.form';
import { PartEdits } from '../editing/part-edits.service';
import { withoutScript } from '../keys/removing';
import { roleOf } from '../roles/roles';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { LONGEST_SAID, longVoice, ScriptForm } from './scripts.form';
import { scriptChanged, withScript } from './scripts';
import { scriptShown, writingScriptPage } from './script.view';

/** How a role of a scenario plays itself. */
@Controller('chapters/:chapter/scenarios/:scenario/roles/:role/script')
export class ScriptWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get()
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-script')
  script(@Subject() own: OwnScenario, @Param('role') role: string) {
    return writingScriptPage(own, party(own.scenario, role));
  }

  @Post()
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param('role') role: string,
    @Body(new FormPipe(ScriptForm)) form: Submitted<ScriptForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { aspiration, reservation, ...words } = form.values;
    const long = longVoice(form.values).map((field) => mistake(field, 'scenario-roles.error.long', { max: LONGEST_SAID }));
    const limits = { aspiration: typedNumber(aspiration) ?? 0, reservation: typedNumber(reservation) ?? 0 };
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => {
          const edited = scriptChanged(draft, scripted(draft, role), { ...words, ...limits });
          if (long.length) throw new Mistaken(long);
          return { ...edited, at: `/roles/${role}/script` };
        },
        says: 'scenario-roles.flash.saved',
        again: (errors, sent) => ['simulations/writing-script', writingScriptPage(own, scripted(own.scenario, role), errors, sent)],
        shown: (draft) => scriptShown(draft, role),
      },
    );
  }

  @Post('beginning')
  @Allow(ScenarioOfChapter)
  begin(
    @Subject() own: OwnScenario,
    @Param('role') role: string,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withScript(draft, party(draft, role)), at: `/roles/${role}/script` });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.added' });
  }

  @Get('removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('role') role: string) {
    const back = `${scenarioAddress(own)}/roles/${scripted(own.scenario, role)}/script`;
    const after = withoutScript(own.scenario, role);
    return writingGoesAlongPage(own, { kind: 'script', name: `roles.${role}.name`, action: `${back}/removal`, back, after });
  }

  @Post('removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param('role') role: string,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withoutScript(draft, scripted(draft, role)), at: `/roles/${role}` });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }
}

/** The key of a role that takes a side: the chair's script is the procedure. */
function party(draft: Pick<Draft, 'structure'>, key: string): string {
  const role = roleOf(draft, key);
  if (!role || role.chair) throw new NotFound();
  return key;
}

/** The key of a role that has a script. */
export function scripted(draft: Pick<Draft, 'structure'>, key: string): string {
  if (!roleOf(draft, key)?.script) throw new NotFound();
  return key;
}

import { Body, Controller, Get, Param, Post, Query, Render, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../../../kernel/not-found';
import { isBlank, tidy } from '../../../kernel/text';
import { FormPipe, type Submitted } from '../../../web/forms/form.pipe';
import { Allow } from '../../../web/permissions/permission';
import { CurrentViewer, Subject } from '../../../web/requests/request-words';
import type { Viewer } from '../../../web/requests/viewer';
import type { Draft } from '../draft';
import { writingGoesAlongPage } from '../editing/goes-along.view';
import { Mistaken, mistake } from '../editing/mistaken';
import { PartForm } from '../editing/part.form';
import { PartEdits } from '../editing/part-edits.service';
import { withoutOption, withoutSlot } from '../keys/removing';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { clauseOf, slotChanged, withNewSlot } from './clauses';
import { LONGEST_OPTION, NewSlotForm, SlotForm, tooLong } from './clauses.form';
import { slotShown, writingNewSlotPage, writingSlotPage } from './slot.view';

/** The open points of a clause and their options. */
@Controller('chapters/:chapter/scenarios/:scenario/clauses/:clause/slots')
export class SlotWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get('new')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-new-slot')
  begin(@Subject() own: OwnScenario, @Param('clause') clause: string, @Query() query: Record<string, string>) {
    return writingNewSlotPage(own, inDraft(own.scenario, clause), { key: query['key'] });
  }

  @Post('new')
  @Allow(ScenarioOfChapter)
  add(
    @Subject() own: OwnScenario,
    @Param('clause') clause: string,
    @Body(new FormPipe(NewSlotForm)) form: Submitted<NewSlotForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { name, key: wanted } = form.values;
    const options = form.values.options.split('\n').map(tidy).filter((line) => !isBlank(line)); // prettier-ignore
    const shown = (sent: Record<string, string | string[] | undefined>) => writingNewSlotPage(own, inDraft(own.scenario, clause), sent);
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => {
          const { key, ...edited } = withNewSlot(draft, inDraft(draft, clause), { name, key: wanted, options });
          return { ...edited, at: `/clauses/${clause}/slots/${key}` };
        },
        says: 'scenario-roles.flash.added',
        again: (errors, sent) => ['simulations/writing-new-slot', { ...shown(sent), errors }],
        shown: () => [
          { name: 'name', value: '', label: 'scenario-roles.slot.name' },
          { name: 'options', value: '', label: 'scenario-roles.slot.options' },
        ],
      },
    );
  }

  @Get(':slot')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-slot')
  slot(@Subject() own: OwnScenario, @Param('clause') clause: string, @Param('slot') key: string) {
    inDraft(own.scenario, clause, key);
    return writingSlotPage(own, clause, key);
  }

  @Post(':slot')
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param() { clause = '', slot = '' }: Record<string, string>,
    @Body(new FormPipe(SlotForm)) form: Submitted<SlotForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { up, down, ...words } = form.values;
    const long = tooLong(form.values).map((field) => mistake(field, 'scenario-roles.error.long', { max: LONGEST_OPTION }));
    return this.edits.take(
      { own, form, viewer, request, response },
      {
        edit: (draft) => {
          inDraft(draft, clause, slot);
          if (long.length) throw new Mistaken(long);
          const edited = slotChanged(draft, clause, slot, { ...words, up: up?.[0], down: down?.[0] });
          return { ...edited, at: `/clauses/${clause}/slots/${words.key}` };
        },
        says: 'scenario-roles.flash.saved',
        again: (errors, sent) => {
          inDraft(own.scenario, clause, slot);
          return ['simulations/writing-slot', writingSlotPage(own, clause, slot, errors, sent)];
        },
        shown: (draft) => slotShown(draft, clause, slot),
      },
    );
  }

  @Get(':slot/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('clause') clause: string, @Param('slot') slot: string) {
    inDraft(own.scenario, clause, slot);
    const back = `${scenarioAddress(own)}/clauses/${clause}/slots/${slot}`;
    const name = `clauses.${clause}.slots.${slot}.name`;
    return writingGoesAlongPage(own, { kind: 'slot', name, action: `${back}/removal`, back, after: withoutSlot(own.scenario, slot) });
  }

  @Post(':slot/removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param() { clause = '', slot = '' }: Record<string, string>,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => {
      inDraft(draft, clause, slot);
      return { ...withoutSlot(draft, slot), at: `/clauses/${clause}` };
    };
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }

  @Get(':slot/options/:option/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAboutOption(@Subject() own: OwnScenario, @Param() { clause = '', slot = '', option = '' }: Record<string, string>) {
    inDraft(own.scenario, clause, slot, option);
    const back = `${scenarioAddress(own)}/clauses/${clause}/slots/${slot}`;
    const name = `clauses.${clause}.slots.${slot}.options.${option}`;
    const after = withoutOption(own.scenario, { slot, option });
    return writingGoesAlongPage(own, { kind: 'option', name, action: `${back}/options/${option}/removal`, back, after });
  }

  @Post(':slot/options/:option/removal')
  @Allow(ScenarioOfChapter)
  removeOption(
    @Subject() own: OwnScenario,
    @Param() { clause = '', slot = '', option = '' }: Record<string, string>,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => {
      inDraft(draft, clause, slot, option);
      return { ...withoutOption(draft, { slot, option }), at: `/clauses/${clause}/slots/${slot}` };
    };
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }
}

/** The clause's key, when the draft has the clause and in it the point and the option. */
function inDraft(draft: Pick<Draft, 'structure'>, clause: string, slot?: string, option?: string): string {
  const found = clauseOf(draft, clause);
  const point = found?.slots.find(({ key }) => key === slot);
  if (!found || (slot !== undefined && !point) || (option !== undefined && !point!.options.includes(option))) throw new NotFound();
  return clause;
}

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
import type { Sent } from '../editing/shown';
import { withoutRule } from '../keys/removing';
import { type OwnScenario, scenarioAddress, ScenarioOfChapter } from '../scenario-of-chapter.guard';
import { comparedWith, emptyRow, MOST_ROWS, type Row, rowsOf } from './comparisons';
import { ruleShown, writingRulePage } from './rule.view';
import { ruleOf, ruleWritten } from './rules';
import { scripted } from './scripts.controller';
import { RuleForm } from './scripts.form';

/** When the script of a role does something, and what. */
@Controller('chapters/:chapter/scenarios/:scenario/roles/:role/rules')
export class RuleWritingController {
  constructor(private readonly edits: PartEdits) {}

  @Get('new')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-rule')
  begin(@Subject() own: OwnScenario, @Param('role') role: string, @Query() query: Record<string, string>) {
    return writingRulePage(own, scripted(own.scenario, role), null, { sent: { action: query['action'] } });
  }

  @Post('new')
  @Allow(ScenarioOfChapter)
  add(
    @Subject() own: OwnScenario,
    @Param('role') role: string,
    @Body(new FormPipe(RuleForm)) form: Submitted<RuleForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.write({ own, form, viewer, request, response }, role, null);
  }

  @Get(':rule')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-rule')
  rule(@Subject() own: OwnScenario, @Param('role') role: string, @Param('rule') key: string) {
    return writingRulePage(own, role, known(own.scenario, role, key));
  }

  @Post(':rule')
  @Allow(ScenarioOfChapter)
  change(
    @Subject() own: OwnScenario,
    @Param() { role = '', rule = '' }: Record<string, string>,
    @Body(new FormPipe(RuleForm)) form: Submitted<RuleForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    return this.write({ own, form, viewer, request, response }, role, rule);
  }

  @Get(':rule/removal')
  @Allow(ScenarioOfChapter)
  @Render('simulations/writing-goes-along')
  asksAbout(@Subject() own: OwnScenario, @Param('role') role: string, @Param('rule') rule: string) {
    const action = ruleOf(own.scenario, role, known(own.scenario, role, rule))!.do;
    const back = `${scenarioAddress(own)}/roles/${role}/rules/${rule}`;
    const name = 'words' in action ? `say.${action.words}` : `roles.${role}.name`;
    const after = withoutRule(own.scenario, { role, rule });
    return writingGoesAlongPage(own, { kind: 'rule', name, action: `${back}/removal`, back, after });
  }

  @Post(':rule/removal')
  @Allow(ScenarioOfChapter)
  remove(
    @Subject() own: OwnScenario,
    @Param() { role = '', rule = '' }: Record<string, string>,
    @Body(new FormPipe(PartForm)) form: Submitted<PartForm>,
    @CurrentViewer() viewer: Viewer,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const edit = (draft: Draft) => ({ ...withoutRule(draft, { role, rule: known(draft, role, rule) }), at: `/roles/${role}/script#rules` });
    return this.edits.take({ own, form, viewer, request, response }, { edit, says: 'scenario-roles.flash.removed' });
  }

  private async write(press: Press<RuleForm>, role: string, key: string | null): Promise<void> {
    const { own, form, request, response } = press;
    const { values } = form;
    const here = (draft: Draft) => (key === null ? (scripted(draft, role), null) : known(draft, role, key));
    const rows = rowsIn(values);
    const unreadable = form.errors.some(({ field, key: wrong }) => ['do', 'add'].includes(field) || wrong.startsWith('errors.form.'));
    if (values.do !== 'save' && !unreadable) {
      const changed = pressed(own.scenario, rows, values);
      const page = writingRulePage(own, role, here(own.scenario), { rows: changed, sent: request.body as Sent });
      return response.status(200).render('simulations/writing-rule', { ...page, version: values.version });
    }
    return this.edits.take(press, {
      edit: (draft) => {
        const rule = key === null ? null : ruleOf(draft, role, known(draft, role, key))!;
        const kept = rule !== null && rowsOf(rule.when) === null;
        scripted(draft, role);
        const words = { ...values, rows: kept ? null : rows, priority: typedNumber(values.priority) ?? 0 };
        return { ...ruleWritten(draft, role, key, words), at: `/roles/${role}/script#rules` };
      },
      says: 'scenario-roles.flash.saved',
      again: (errors, sent) => ['simulations/writing-rule', writingRulePage(own, role, here(own.scenario), { rows, sent, errors })],
      shown: (draft) => ruleShown(draft, role, key),
    });
  }
}

/** The rows of a form, in their order. */
function rowsIn({ path, op, number, is }: RuleForm): Row[] {
  const places = Object.keys(path).filter((place) => /^[1-9]$/.test(place)).sort(); // prettier-ignore
  return places.map((place) => ({
    path: path[place]!,
    op: op[place] ?? 'eq',
    number: number[place] ?? '',
    is: is.filter((one) => one.startsWith(`${place}.`)).map((one) => one.slice(2)),
  }));
}

/** The rows after a button: one more at the end, or one less. */
function pressed(draft: Draft, rows: Row[], { do: button, add }: RuleForm): Row[] {
  const known = rows.filter(({ path }) => comparedWith(draft, path) !== null);
  if (button.startsWith('less-')) return known.filter((_, index) => index + 1 !== Number(button.slice(-1)));
  return comparedWith(draft, add) === null || known.length >= MOST_ROWS ? known : [...known, emptyRow(draft, add)];
}

function known(draft: Pick<Draft, 'structure'>, role: string, key: string): string {
  if (!ruleOf(draft, role, key)) throw new NotFound();
  return key;
}

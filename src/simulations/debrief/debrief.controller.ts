import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DEBRIEF_STEPS, type DebriefStep } from '../../content/scenario';
import { Outcomes } from '../../database/outcomes.service';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { graphemes, isBlank, unshowable } from '../../kernel/text';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { ReflectionForm } from './debrief.form';
import { DebriefPages } from './debrief-pages.service';
import { isOpen, lastOpen } from './opening';
import { pageOf } from './page-of';
import { COMMITMENT } from './questions';
import { Reflections } from './reflections.service';

const LONGEST = 4000;

/** The guided debrief after a table: four steps, in which somebody looks back at what happened and writes down what they take with them. */
@Controller('tables/:table/debrief')
export class DebriefController {
  constructor(
    private readonly pages: DebriefPages,
    private readonly tables: Tables,
    private readonly reflections: Reflections,
    private readonly outcomes: Outcomes,
  ) {}

  /** Why a seat did what it did, once its brief is opened. */
  @Get('roles/:role')
  @Allow(OwnTable)
  async role(@Subject() open: OpenTable, @Param('role') role: string, @Res() response: Response): Promise<void> {
    if (!open.table.endedAt) throw new NotFound();
    response.render('simulations/role', await this.pages.role(open, pageOf(response), role));
  }

  @Get(':step')
  @Allow(OwnTable)
  async step(@Subject() open: OpenTable, @Param('step') step: string, @Res() response: Response): Promise<void> {
    if (!open.table.endedAt) return response.redirect(303, `/tables/${open.table.id}`);
    const asked = stepIn(step);
    const opened = await this.pages.opened(open);
    if (isOpen(asked, opened)) return this.pages.print(response, open, asked, null);
    const last = lastOpen(opened);
    if (last) return response.redirect(303, `/tables/${open.table.id}/debrief/${last}`);
    response.render('simulations/gathering', await this.pages.gathering(open, pageOf(response)));
  }

  @Post(':step')
  @Allow(OwnTable)
  async writeDown(
    @Subject() open: OpenTable,
    @Param('step') name: string,
    @Body(new FormPipe(ReflectionForm)) form: Submitted<ReflectionForm>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const step = stepIn(name);
    const { table } = open;
    if (!table.endedAt) throw new NotFound();
    const { answers = {}, version } = form.values;
    const known = await this.pages.questionsOf(open, step);
    if (Object.keys(answers).some((key) => !known.includes(key))) throw new NotFound();
    const errors = [...form.errors.map((one) => inAnswers(one, answers)), ...wrongIn(answers, step)];
    response.locals['written'] = Object.values(answers).filter((text) => !isBlank(text));
    if (errors.length) return this.pages.print(response.status(422), open, step, { errors, answers });
    const next = DEBRIEF_STEPS[DEBRIEF_STEPS.indexOf(step) + 1];
    const address = await this.outcomes.run(table.personId, form.formId, async (write) => {
      if (!isOpen(step, await this.pages.opened(open))) throw new Refusal('debriefing.refusal.not-open');
      await this.reflections.add(write, table, answers, Number(version), request.arrivedAt);
      if (!next && !table.debriefedAt) {
        await this.tables.finishDebrief(write, open, form.formId, request.arrivedAt);
        await this.reflections.remindLater(write, table, request.arrivedAt);
      }
      return `/tables/${table.id}/debrief/${next ?? step}`;
    });
    response.redirect(303, address);
  }
}

function stepIn(name: string): DebriefStep {
  const step = DEBRIEF_STEPS.find((each) => each === name);
  if (!step) throw new NotFound();
  return step;
}

/** Which of the answers it is about. */
function inAnswers(error: FormError, answers: Record<string, string>): FormError {
  const [field = error.field] = error.field === 'answers' ? (Object.entries(answers).find(([, text]) => unshowable(text)) ?? []) : [];
  return { ...error, field };
}

/** Questions may stay empty; the commitment is what one takes away. */
function wrongIn(answers: Record<string, string>, step: DebriefStep): FormError[] {
  const long = Object.entries(answers).filter(([, text]) => graphemes(text) > LONGEST);
  const none = step === 'application' && isBlank(answers[COMMITMENT] ?? '');
  return [
    ...long.map(([key]) => ({ field: key, key: 'simulations.error.too-long', details: { max: LONGEST } })),
    ...(none ? [{ field: COMMITMENT, key: 'simulations.error.commitment', details: {} }] : []),
  ];
}

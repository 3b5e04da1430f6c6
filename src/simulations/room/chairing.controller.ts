import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { assessed } from '../engine/assessing';
import type { Command } from '../engine/commands';
import { find } from '../engine/commands/rule';
import type { Words } from '../engine/events';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, missing, posted, type Written, written } from './acting.service';
import { AssessmentForm, DecisionForm, RulingForm } from './together.form';

/** What the chair decides, each time with a reason: changes to the text, objections, how far the room is, and that it is over. */
@Controller('tables/:table')
export class ChairingController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('clauses/:clause/amendments/:amendment/decision')
  @Allow(OwnTable)
  async decide(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Param('amendment') id: string,
    @Body(new FormPipe(DecisionForm)) form: Submitted<DecisionForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (find(state.amendments, id)?.clause !== clause) throw new NotFound();
    const own = written(form.values.text);
    const at = posted(form, { form: `decision-${id}`, clause, anchor: `c-${clause}` }, reasonMissing(own));
    await this.acting.take(open, at, own && decision(id, form.values, own.words), own?.text ?? null, request);
  }

  @Post('objections/:objection/ruling')
  @Allow(OwnTable)
  async rule(
    @Subject() open: OpenTable,
    @Param('objection') id: string,
    @Body(new FormPipe(RulingForm)) form: Submitted<RulingForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    const objection = find(state.objections, id);
    if (!objection) throw new NotFound();
    const { ruling, of, text, version } = form.values;
    if (of && !form.errors.length && !find(state.objections, of)) throw new NotFound();
    const own = written(text);
    const which = ruling === 'duplicate' && !of ? [missing('of', 'together.error.of')] : reasonMissing(own);
    const at = posted(form, { form: `ruling-${id}`, clause: objection.clause, anchor: `o-${id}` }, which);
    const command: Command | null = own && {
      do: 'rule-objection',
      objection: id,
      ruling,
      words: own.words,
      of: of || null,
      expectVersion: Number(version),
    };
    await this.acting.take(open, at, command, own?.text ?? null, request);
  }

  /** How far the room is, in the chair's judgement: where it differs from what the record indicates, the same reason explains that. */
  @Post('clauses/:clause/assessments')
  @Allow(OwnTable)
  async publish(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(AssessmentForm)) form: Submitted<AssessmentForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state, scenario } = await this.tables.logOf(open);
    if (!find(state.clauses, clause)) throw new NotFound();
    const { level, text, iteration } = form.values;
    const own = written(text);
    const at = posted(form, { form: 'assessment', clause, anchor: `c-${clause}` }, reasonMissing(own));
    const differs = level !== assessed(state, clause, request.arrivedAt.getTime(), scenario).level;
    const command: Command | null = own && {
      do: 'publish-assessment',
      clause,
      level,
      words: own.words,
      explanation: differs ? own.words : null,
      expectIteration: Number(iteration),
    };
    await this.acting.take(open, at, command, own?.text ?? null, request);
  }

  @Post('clauses/:clause/finals')
  @Allow(OwnTable)
  async finalise(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (!find(state.clauses, clause)) throw new NotFound();
    const at = posted(form, { form: 'final', clause, anchor: `c-${clause}` });
    await this.acting.take(open, at, { do: 'finalise-assessment', clause }, null, request);
  }

  @Post('outcome')
  @Allow(OwnTable)
  async record(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PressForm)) form: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.acting.take(open, posted(form, { form: 'outcome', anchor: 'now' }), { do: 'adopt-outcome' }, null, request);
  }
}

const reasonMissing = (own: Written | null) => (own ? [] : [missing('text', 'together.error.reason')]);

function decision(amendment: string, { decision: what, revision }: DecisionForm, words: Words): Command {
  if (what === 'reject') return { do: 'reject-amendment', amendment, words };
  if (what === 'promote') return { do: 'promote-amendment', amendment, words };
  return { do: 'accept-amendment', amendment, words, expectRevision: Number(revision), class: what };
}

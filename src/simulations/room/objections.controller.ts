import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { wordsIn } from '../../kernel/text';
import { FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Command } from '../engine/commands';
import type { Objection } from '../engine/state';
import { LEAST_WORDS } from '../engine/words';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, type Posted, written } from './acting.service';
import { AnswerForm } from './acts.form';

/** What is done about an objection: answered, joined, withdrawn by whoever raised it. */
@Controller('tables/:table/objections/:objection')
export class ObjectionsController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('answers')
  @Allow(OwnTable)
  async answer(
    @Subject() open: OpenTable,
    @Param('objection') id: string,
    @Body(new FormPipe(AnswerForm)) form: Submitted<AnswerForm>,
    @Req() request: Request,
  ): Promise<void> {
    const objection = await this.find(open, id);
    const { argument, text } = form.values;
    const own = written(text);
    if (argument && !form.errors.length) await this.assertArgument(open, objection, argument);
    const enough = argument || wordsIn(text) >= LEAST_WORDS;
    const errors = form.errors.length || enough ? form.errors : [{ field: 'text', key: 'simulations.error.answer-short', details: {} }];
    const posted = { ...posting('answer', form.formId, objection), errors, typed: { argument: argument ?? '', text } };
    const words = own?.words ?? { key: `objections.${objection.written}.answers.${argument}` };
    const command: Command = {
      do: 'answer-objection',
      objection: id,
      kind: 'explains',
      words,
      length: wordsIn(text),
      answer: argument ?? null,
    };
    await this.acting.take(open, posted, command, own?.text ?? null, request);
  }

  @Post('joining')
  @Allow(OwnTable)
  async join(
    @Subject() open: OpenTable,
    @Param('objection') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const posted = posting('join', formId, await this.find(open, id));
    await this.acting.take(open, posted, { do: 'join-objection', objection: id }, null, request);
  }

  @Post('withdrawal')
  @Allow(OwnTable)
  async withdraw(
    @Subject() open: OpenTable,
    @Param('objection') id: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const posted = posting('withdraw', formId, await this.find(open, id));
    await this.acting.take(open, posted, { do: 'withdraw-objection', objection: id, words: null }, null, request);
  }

  private async find(open: OpenTable, id: string): Promise<Objection> {
    const { state } = await this.tables.logOf(open);
    if (!Object.hasOwn(state.objections, id)) throw new NotFound();
    return state.objections[id]!;
  }

  private async assertArgument(open: OpenTable, { written: key }: Objection, argument: string): Promise<void> {
    const { scenario } = await this.tables.logOf(open);
    const known = scenario.objections.find((each) => each.key === key)?.answers ?? [];
    if (!known.some((answer) => answer.key === argument)) throw new NotFound();
  }
}

function posting(form: string, formId: string, { id, clause }: Objection): Posted {
  return { form: `${form}-${id}`, formId, errors: [], typed: {}, clause, anchor: `o-${id}` };
}

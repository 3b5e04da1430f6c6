import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { NotFound } from '../../kernel/not-found';
import { wordsIn } from '../../kernel/text';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Command } from '../engine/commands';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, written } from './acting.service';
import { PackageAnswerForm, PackageForm, StatementForm } from './acts.form';
import { termsIn } from './terms';

/** What is said to the whole room: statements, and several changes offered as one. */
@Controller('tables/:table')
export class SpeakingController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('statements')
  @Allow(OwnTable)
  async speak(
    @Subject() open: OpenTable,
    @Body(new FormPipe(StatementForm)) form: Submitted<StatementForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { statement, text } = form.values;
    const own = written(text);
    const errors = form.errors.length || own || statement ? form.errors : [missing('text', 'simulations.error.say-something')];
    const posted = {
      form: 'statement',
      formId: form.formId,
      errors,
      typed: { statement: statement ?? '', text },
      clause: null,
      anchor: 'floor',
    };
    const words = own?.words ?? { key: `statements.${statement}` };
    if (!own && statement && !form.errors.length)
      await this.knows(open, ({ statements }) => statements.some(({ key }) => key === statement));
    await this.acting.take(open, posted, { do: 'speak', words, length: wordsIn(text) }, own?.text ?? null, request);
  }

  @Post('packages')
  @Allow(OwnTable)
  async offer(
    @Subject() open: OpenTable,
    @Body(new FormPipe(PackageForm)) form: Submitted<PackageForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { terms = {}, text, number } = form.values;
    const own = written(text);
    const { scenario, state } = await this.tables.logOf(open);
    const changed = form.errors.length ? {} : termsIn(scenario, state, terms);
    const errors =
      form.errors.length || Object.keys(changed).length ? form.errors : [missing('terms', 'simulations.error.nothing-changed')];
    const typed = { ...Object.fromEntries(Object.entries(terms).map(([slot, option]) => [`terms.${slot}`, option])), text };
    const posted = { form: 'package', formId: form.formId, errors, typed, clause: null, anchor: 'package' };
    const command: Command = { do: 'offer-package', terms: changed, words: own?.words ?? null, expectText: Number(number) };
    await this.acting.take(open, posted, command, own?.text ?? null, request);
  }

  @Post('packages/:package/answers')
  @Allow(OwnTable)
  async answer(
    @Subject() open: OpenTable,
    @Param('package') id: string,
    @Body(new FormPipe(PackageAnswerForm)) form: Submitted<PackageAnswerForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (!Object.hasOwn(state.packages, id)) throw new NotFound();
    const posted = { form: 'package-answer', formId: form.formId, errors: form.errors, typed: {}, clause: null, anchor: 'package' };
    const command: Command = { do: 'answer-package', package: id, accepts: form.values.accepts === 'yes', hurts: null };
    await this.acting.take(open, posted, command, null, request);
  }

  private async knows(open: OpenTable, test: (scenario: Awaited<ReturnType<Tables['logOf']>>['scenario']) => boolean): Promise<void> {
    if (!test((await this.tables.logOf(open)).scenario)) throw new NotFound();
  }
}

const missing = (field: string, key: string): FormError => ({ field, key, details: {} });

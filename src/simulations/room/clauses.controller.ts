import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { ScenarioStructure } from '../../content/scenario';
import { NotFound } from '../../kernel/not-found';
import { wordsIn } from '../../kernel/text';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import type { Command } from '../engine/commands';
import { LEAST_WORDS } from '../engine/words';
import { type OpenTable, OwnTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { Acting, written } from './acting.service';
import { AmendmentForm, EndForm, ObjectionForm, StanceForm } from './acts.form';
import { termsIn } from './terms';

/** What is done to one clause: a change suggested, a position taken, an objection raised, a clause brought to the table. */
@Controller('tables/:table/clauses/:clause')
export class ClausesController {
  constructor(
    private readonly acting: Acting,
    private readonly tables: Tables,
  ) {}

  @Post('amendments')
  @Allow(OwnTable)
  async amend(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(AmendmentForm)) form: Submitted<AmendmentForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { scenario, state } = await this.tables.logOf(open);
    assertClause(scenario, clause);
    const { terms = {}, text, revision } = form.values;
    const changed = form.errors.length ? {} : termsIn(scenario, state, terms, clause);
    const own = written(text);
    const errors = form.errors.length || Object.keys(changed).length ? form.errors : [error('terms', 'simulations.error.nothing-changed')];
    const typed = { ...Object.fromEntries(Object.entries(terms).map(([slot, option]) => [`terms.${slot}`, option])), text };
    const posted = { form: 'amendment', formId: form.formId, errors, typed, clause, anchor: `c-${clause}` };
    const command: Command = { do: 'amend', clause, terms: changed, words: own?.words ?? null, expectRevision: Number(revision) };
    await this.acting.take(open, posted, command, own?.text ?? null, request);
  }

  @Post('amendments/:amendment/seconds')
  @Allow(OwnTable)
  async second(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Param('amendment') amendment: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { state } = await this.tables.logOf(open);
    if (!Object.hasOwn(state.amendments, amendment) || state.amendments[amendment]!.clause !== clause) throw new NotFound();
    const posted = { form: 'second', formId, errors: [], typed: {}, clause, anchor: `c-${clause}` };
    await this.acting.take(open, posted, { do: 'second-amendment', amendment }, null, request);
  }

  @Post('stances')
  @Allow(OwnTable)
  async stand(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(StanceForm)) form: Submitted<StanceForm>,
    @Req() request: Request,
  ): Promise<void> {
    assertClause((await this.tables.logOf(open)).scenario, clause);
    const { stance, text, revision } = form.values;
    const own = written(text);
    const posted = { form: 'stance', formId: form.formId, errors: form.errors, typed: { stance, text }, clause, anchor: 'table' };
    const command: Command = { do: 'set-stance', clause, stance, words: own?.words ?? null, expectRevision: Number(revision) };
    await this.acting.take(open, posted, command, own?.text ?? null, request);
  }

  @Post('objections')
  @Allow(OwnTable)
  async object(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(ObjectionForm)) form: Submitted<ObjectionForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { scenario, state } = await this.tables.logOf(open);
    assertClause(scenario, clause);
    const { kind, text, remedy = '' } = form.values;
    const [slot = '', option = ''] = remedy.split(':');
    if (remedy && !form.errors.length) termsIn(scenario, state, { [slot]: option }, clause);
    const own = written(text);
    const tooShort = !form.errors.length && wordsIn(text) < LEAST_WORDS ? [error('text', 'simulations.error.objection-short')] : [];
    const errors = [...form.errors, ...tooShort];
    const posted = { form: 'objection', formId: form.formId, errors, typed: { kind, text, remedy }, clause, anchor: `c-${clause}` };
    const command: Command | null = own && {
      do: 'raise-objection',
      clause,
      kind,
      words: own.words,
      length: wordsIn(text),
      written: null,
      remedy: remedy ? { slot, options: [option] } : null,
    };
    await this.acting.take(open, posted, command, own?.text ?? null, request);
  }

  /** The chair looks at the record again. */
  @Post('challenges')
  @Allow(OwnTable)
  async challenge(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(EndForm)) form: Submitted<EndForm>,
    @Req() request: Request,
  ): Promise<void> {
    const own = await this.inOwnWords(open, clause, form, 'challenge', request);
    if (own) await this.acting.take(open, own.posted, { do: 'challenge-assessment', clause, ...own.said }, own.text, request);
  }

  /** What one does not agree with, in one's own words, beside the text that the others carry. */
  @Post('minority')
  @Allow(OwnTable)
  async file(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(EndForm)) form: Submitted<EndForm>,
    @Req() request: Request,
  ): Promise<void> {
    const own = await this.inOwnWords(open, clause, form, 'minority', request);
    if (own) await this.acting.take(open, own.posted, { do: 'file-minority', clause, ...own.said }, own.text, request);
  }

  /** Brings a clause to the table that nobody has yet. */
  @Post('tabling')
  @Allow(OwnTable)
  async table(
    @Subject() open: OpenTable,
    @Param('clause') clause: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    assertClause((await this.tables.logOf(open)).scenario, clause);
    const posted = { form: 'tabling', formId, errors: [], typed: {}, clause, anchor: `c-${clause}` };
    await this.acting.take(open, posted, { do: 'table-clause', clause }, null, request);
  }

  /** What was said about a clause in one's own words; too few of them, and the page comes back for more. */
  private async inOwnWords(open: OpenTable, clause: string, form: Submitted<EndForm>, name: 'challenge' | 'minority', request: Request) {
    assertClause((await this.tables.logOf(open)).scenario, clause);
    const { text } = form.values;
    const own = written(text);
    const length = wordsIn(text);
    const errors = form.errors.length || length >= LEAST_WORDS ? form.errors : [error('text', `simulations.error.${name}-short`)];
    const posted = { form: name, formId: form.formId, errors, typed: { text }, clause, anchor: `c-${clause}` };
    if (own && !errors.length) return { posted, said: { words: own.words, length }, text: own.text };
    await this.acting.take(open, posted, null, null, request);
    return null;
  }
}

function assertClause({ clauses }: ScenarioStructure, clause: string): void {
  if (!clauses.some(({ key }) => key === clause)) throw new NotFound();
}

const error = (field: string, key: string): FormError => ({ field, key, details: {} });

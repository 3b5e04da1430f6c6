import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { type FormError, FormPipe, type Submitted } from '../../web/forms/form.pipe';
import { PressForm } from '../../web/forms/press.form';
import { Allow } from '../../web/permissions/permission';
import { Subject } from '../../web/requests/request-words';
import { view } from '../engine/view';
import { written } from '../room/acting.service';
import { Reports } from '../safety/reports.service';
import { Tables } from '../tables/tables.service';
import { type Facilitated, TeamTable } from '../together/team-table.guard';
import { HolderForm, NoteForm, WordForm } from './facilitator.form';
import { Directing } from './directing.service';
import { readersOf } from './readers';
import { Takeovers } from './takeovers.service';

/** What comes to a table from outside the play: news, a word to a seat, somebody else in it, notes for the debrief, words taken out. */
@Controller('cohorts/:cohort/tables/:table')
export class InterventionsController {
  constructor(
    private readonly directing: Directing,
    private readonly tables: Tables,
    private readonly takeovers: Takeovers,
    private readonly reports: Reports,
  ) {}

  @Post('news/:inject/release')
  @Allow(TeamTable)
  async release(
    @Subject() own: Facilitated,
    @Param('inject') inject: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.onNews(own, formId, 'release-inject', inject, request);
  }

  @Post('news/:inject/calling-off')
  @Allow(TeamTable)
  async callOff(
    @Subject() own: Facilitated,
    @Param('inject') inject: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.onNews(own, formId, 'cancel-inject', inject, request);
  }

  /** To each of them alone: nobody learns to whom else it went. */
  @Post('words')
  @Allow(TeamTable)
  async say(@Subject() own: Facilitated, @Body(new FormPipe(WordForm)) form: Submitted<WordForm>, @Req() request: Request): Promise<void> {
    const { to, text } = form.values;
    const { state, scenario, events } = await this.tables.logOf(own);
    const readers = form.errors.length ? [] : readersOf(to, view(state, events, 'facilitator', scenario));
    const nobody: FormError = { field: 'to', key: 'facilitating.error.to', details: {} };
    const errors = form.errors.length || readers.length ? form.errors : [nobody];
    const posted = { form: 'word', formId: form.formId, errors, typed: { to, text }, written: [text], back: '#word' } as const;
    await this.directing.take(
      own,
      posted,
      async (write) => {
        for (const reader of readers) {
          const word = written(text)!; // a text has one reader: it can be erased for one without the others
          const command = { do: 'nudge', to: reader, words: word.words } as const;
          await this.directing.give(write, own, newId(), command, word.text, request.arrivedAt);
        }
      },
      request,
    );
  }

  @Post('notes')
  @Allow(TeamTable)
  async note(@Subject() own: Facilitated, @Body(new FormPipe(NoteForm)) form: Submitted<NoteForm>, @Req() request: Request): Promise<void> {
    const { text } = form.values;
    const note = written(text);
    const posted = { form: 'note', formId: form.formId, errors: form.errors, typed: { text }, back: '#notes' } as const;
    await this.directing.command(own, posted, { do: 'annotate', words: note?.words ?? { ref: '' } }, note?.text ?? null, request);
  }

  /** Somebody else in a seat: a script, nobody, or one of those who look on. */
  @Post('roles/:role/holder')
  @Allow(TeamTable)
  async hold(
    @Subject() own: Facilitated,
    @Param('role') role: string,
    @Body(new FormPipe(HolderForm)) form: Submitted<HolderForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { holder, from } = form.values;
    const next = holder === 'script' || holder === 'vacant' ? holder : { place: holder };
    const posted = { form: `holder-${role}`, formId: form.formId, errors: form.errors, typed: { holder }, back: '#people' } as const;
    await this.directing.take(own, posted, (write) => this.takeovers.hold(write, own, role, next, from, request.arrivedAt), request);
  }

  /** What somebody wrote is taken out of the record for good; that something stood there is seen by those who could read it. */
  @Post('words/:words/removal')
  @Allow(TeamTable)
  async redact(
    @Subject() own: Facilitated,
    @Param('words') ref: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    await this.directing.take(
      own,
      { form: 'redact', formId, back: '/log' },
      async (write) => {
        const { state } = await this.tables.logOf(own);
        if (!state.texts.some((text) => text.ref === ref)) throw new NotFound();
        await this.directing.give(write, own, formId, { do: 'redact', ref }, null, request.arrivedAt);
      },
      request,
    );
  }

  /** Somebody of the team has looked after what was reported. */
  @Post('reports/:report/settling')
  @Allow(TeamTable)
  async settle(
    @Subject() own: Facilitated,
    @Param('report') report: string,
    @Body(new FormPipe(PressForm)) { formId }: Submitted<PressForm>,
    @Req() request: Request,
  ): Promise<void> {
    const { personId, table } = own;
    const settling = (write: Writer) => this.reports.settle(write, table.id, report, personId, request.arrivedAt);
    await this.directing.take(own, { form: 'report', formId, back: '#now' }, settling, request);
  }

  private async onNews(own: Facilitated, formId: string, what: 'release-inject' | 'cancel-inject', inject: string, request: Request) {
    await this.directing.take(
      own,
      { form: 'news', formId, back: '#news' },
      async (write) => {
        const { scenario } = await this.tables.logOf(own);
        if (!scenario.injects.some(({ key }) => key === inject)) throw new NotFound();
        await this.directing.give(write, own, formId, { do: what, inject }, null, request.arrivedAt);
      },
      request,
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import type { Command } from '../engine/commands';
import type { Written } from '../room/acting.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import { Tables } from '../tables/tables.service';
import { CohortTables } from '../together/cohort-tables.service';
import type { Facilitated } from '../together/team-table.guard';
import { FacilitatorPages } from './facilitator-pages.service';
import { consoleAddress } from './facilitator.view';

/** One form of the console as it was posted. */
export interface Directed {
  /** which form of the page it is, so that what was typed can stand in it again */
  form: string;
  formId: string;
  errors?: readonly FormError[];
  typed?: Record<string, string>;
  /** what was written in it: shown again when the table says no */
  written?: readonly string[];
  /** where one comes back to: a part of the page, or another page of the table */
  back: `#${string}` | `/${string}`;
  /** the phase that was on the page, where a press is only meant for that one */
  phase?: number;
  /** the seat that was speaking on the page, where a press is only meant for that one */
  speaker?: string;
}

/** Nothing is done: the page comes back with what was typed. */
class ToCorrect extends Error {}

/** Takes what a facilitator posted: corrects it on the same page, or does it once and comes back. */
@Injectable()
export class Directing {
  constructor(
    private readonly tables: Tables,
    private readonly together: CohortTables,
    private readonly outcomes: Outcomes,
    private readonly pages: FacilitatorPages,
  ) {}

  /** A command in the facilitator's name, with the words they wrote for it. */
  command(own: Facilitated, posted: Directed, command: Command, text: Written['text'] | null, request: Request): Promise<void> {
    const shown = { ...posted, written: text ? [text.text] : [] };
    return this.take(own, shown, (write) => this.give(write, own, posted.formId, command, text, request.arrivedAt), request);
  }

  async give(write: Writer, own: Facilitated, id: string, command: Command, text: Written['text'] | null, now: Date): Promise<void> {
    await this.together.direct(write, own.table.id, 'facilitator', { id, command, text }, own.personId, now);
  }

  async take(own: Facilitated, posted: Directed, work: (write: Writer) => Promise<void>, request: Request): Promise<void> {
    const response = request.res as Response;
    const { form, formId, errors = [], typed = {}, back } = posted;
    response.locals['written'] = posted.written ?? [];
    try {
      const address = await this.outcomes.run(own.personId, formId, async (write) => {
        if (errors.length) throw new ToCorrect();
        if (posted.phase !== undefined || posted.speaker !== undefined) await this.stillSo(write, own, posted);
        await work(write);
        return `${consoleAddress(own)}${back}`;
      });
      response.redirect(303, address);
    } catch (error) {
      if (!(error instanceof ToCorrect)) throw error;
      const wrong = { form, errors: errors.map((one) => ({ ...one, field: `${form}-${one.field}` })), typed };
      const page = response.locals['page'] as Page;
      const asked = { clause: null, follows: false };
      response.status(422).render('simulations/facilitator', await this.pages.console(own, page, asked, request.arrivedAt, wrong));
    }
  }

  /** Refuses when the table has gone on since. */
  private async stillSo(write: Writer, own: Facilitated, { phase, speaker }: Directed): Promise<void> {
    await write.lock(SimulationTable, own.table.id);
    const { state } = await this.tables.logOf({ table: (await this.together.one(own.cohort.id, own.table.id))! });
    const isOld =
      (phase ?? state.phase.number) !== state.phase.number || (speaker ?? state.floor.speaking?.role) !== state.floor.speaking?.role;
    if (isOld) throw new Refusal('simulations.refusal.moved-on');
  }
}

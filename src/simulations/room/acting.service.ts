import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { isBlank } from '../../kernel/text';
import type { FormError, Submitted } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import { bareHeaders } from '../../web/security/headers.middleware';
import type { Command } from '../engine/commands';
import type { Words } from '../engine/events';
import { placed } from '../engine/viewer';
import { momentOf } from '../live/hearing';
import type { OpenTable } from '../tables/own-table.guard';
import { Tables } from '../tables/tables.service';
import { RoomPages } from './room-pages.service';

/** One form of the room as it was posted. */
export interface Posted {
  /** which form of the page it is, so that what was typed can stand in it again */
  form: string;
  formId: string;
  errors: FormError[];
  typed: Record<string, string>;
  /** the clause that was looked at */
  clause: string | null;
  /** where on the page one comes back to */
  anchor: string;
  /** the phase that was on the page, where a press is only meant for that one */
  phase?: number;
}

type Place = Pick<Posted, 'form' | 'anchor'> & Partial<Pick<Posted, 'clause' | 'phase'>>;

/** A form at its place in the room, with what it says itself has to be corrected, and what else has. */
export function posted<F extends object>({ values, formId, errors }: Submitted<F>, place: Place, more: FormError[] = []): Posted {
  const typed = Object.entries(values).map(([name, value]) => [name, [value ?? ''].flat().join(' ')] as const);
  return { clause: null, ...place, formId, errors: errors.length ? errors : more, typed: Object.fromEntries(typed) };
}

export const missing = (field: string, key: string): FormError => ({ field, key, details: {} });

/** What somebody said: their own words, apart, and how the command names them. */
export interface Written {
  words: Words;
  text: { ref: string; text: string };
}

/** Their own words, or null when they wrote none. */
export function written(text: string): Written | null {
  if (isBlank(text)) return null;
  const ref = newId();
  return { words: { ref }, text: { ref, text } };
}

/** What is to be done; or how it is found out, in the same work in which it is done. */
export type Doing = Command | ((write: Writer) => Promise<Command>);

/** A page that stays open posts what has to be corrected again, as a browser does. */
export const byScript = (request: Request) => request.get('x-requested-with') === 'fetch';

/** Where somebody goes on; a page that stays open hears where that would have been, and the moment after what was done (`at`). */
export function came(request: Request, address: string, at?: string): void {
  const response = request.res!;
  if (!byScript(request)) return response.redirect(303, address);
  bareHeaders(response);
  response.status(200).json({ address, at });
}

/** Nothing is done: the page comes back with what was typed. */
class ToCorrect extends Error {}

/** Takes what was posted in a room: corrects it on the same page, or does it once and comes back. */
@Injectable()
export class Acting {
  constructor(
    private readonly tables: Tables,
    private readonly outcomes: Outcomes,
    private readonly pages: RoomPages,
  ) {}

  /** Of a form that comes again, only what came of it the first time counts: the text may say by now what it asked for. */
  async take(open: OpenTable, posted: Posted, doing: Doing | null, text: Written['text'] | null, request: Request): Promise<void> {
    const response = request.res as Response;
    const { form, formId, errors, typed, clause, anchor, phase } = posted;
    response.locals['written'] = text ? [text.text] : [];
    let at: string | undefined;
    try {
      const address = await this.outcomes.run(open.table.personId, formId, async (write) => {
        if (!doing || errors.length) throw new ToCorrect();
        const command = typeof doing === 'function' ? await doing(write) : doing;
        const { events } = await this.tables.act(write, open, { id: formId, command, text, phase }, request.arrivedAt);
        at = momentOf(events, placed(open.table.role));
        return `/tables/${open.table.id}${clause ? `?clause=${clause}` : ''}#${anchor}`;
      });
      came(request, address, at);
    } catch (error) {
      if (!(error instanceof ToCorrect)) throw error;
      if (byScript(request)) return void response.status(422).json({});
      const wrong = { form, errors: errors.map((one) => ({ ...one, field: `${form}-${one.field}` })), typed };
      response.status(422).render('simulations/room', await this.pages.room(open, response.locals['page'] as Page, clause, wrong));
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Outcomes } from '../../database/outcomes.service';
import { newId } from '../../kernel/identifier';
import { isBlank } from '../../kernel/text';
import type { FormError } from '../../web/forms/form.pipe';
import type { Page } from '../../web/views/page';
import type { Command } from '../engine/commands';
import type { Words } from '../engine/events';
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
}

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

/** Takes what was posted in a room: corrects it on the same page, or does it once and comes back. */
@Injectable()
export class Acting {
  constructor(
    private readonly tables: Tables,
    private readonly outcomes: Outcomes,
    private readonly pages: RoomPages,
  ) {}

  /** The table has moved on since the page was made: comes back to it as it is now. */
  async overtaken(open: OpenTable, { anchor }: Posted, request: Request): Promise<void> {
    request.res!.redirect(303, `/tables/${open.table.id}#${anchor}`);
  }

  async take(open: OpenTable, posted: Posted, command: Command | null, text: Written['text'] | null, request: Request): Promise<void> {
    const response = request.res as Response;
    if (!command || posted.errors.length) {
      const page = response.locals['page'] as Page;
      const { form, errors, typed, clause } = posted;
      return response.status(422).render('simulations/room', await this.pages.room(open, page, clause, { form, errors, typed }));
    }
    response.locals['written'] = text ? [text.text] : [];
    const address = await this.outcomes.run(open.table.personId, posted.formId, async (write) => {
      await this.tables.act(write, open, { id: posted.formId, command, text }, request.arrivedAt);
      return `/tables/${open.table.id}${posted.clause ? `?clause=${posted.clause}` : ''}#${posted.anchor}`;
    });
    response.redirect(303, address);
  }
}

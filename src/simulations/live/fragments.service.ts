import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { FormsUnderWay } from '../../web/requests/forms-under-way.service';
import { bareHeaders } from '../../web/security/headers.middleware';
import { printed, sendPacked } from '../../web/views/express-views';
import type { Part } from './parts';
import { type Patch, patch, piecesOf } from './pieces';
import { Prints } from './prints';
import { Turns } from './turns';

/** Parts of a page that is open already, for somebody who may know what `whose` names. */
export interface Asked {
  parts: readonly Part[];
  whose: string;
  /** marks of what the page has of each part, in their order, joined by commas; undefined for parts as a page has them */
  known: unknown;
}

/** The page of a table, with the line on which it hears what changes. */
type PageOf = { live: { cursor: string } | null };

/** The moment at which they were printed, as a line of the table calls it, and for each part its mark and what it is made of. */
export interface Sent {
  at: string;
  parts: [mark: string, patch: Patch][];
}

/** Sends parts of a page that is open already, in pieces where it says what it has. */
@Injectable()
export class Fragments {
  private readonly turns: Turns;
  private readonly prints = new Prints();

  constructor(forms: FormsUnderWay) {
    this.turns = new Turns(forms);
  }

  /** `page` is asked for when it is this one's turn. */
  async render(template: string, response: Response, asked: Asked, page: () => Promise<PageOf>): Promise<void> {
    await this.turns.next();
    const model = await page();
    if (asked.known === undefined) return response.render(template, model);
    const html = withoutIds(await printed(response, template, model));
    bareHeaders(response);
    sendPacked(response, 'json', JSON.stringify({ at: model.live?.cursor ?? '', parts: this.patched(asked, html) } satisfies Sent));
  }

  private patched({ parts, whose, known }: Asked, html: string): Sent['parts'] {
    const had = typeof known === 'string' ? known.split(',') : [];
    const all = piecesOf(html);
    return parts.map((part, index) => {
      const pieces = all.get(part) ?? [];
      const known = had[index] ?? '';
      const before = this.prints.of(whose, known);
      return [this.prints.keep(whose, pieces, known), patch(pieces, before)];
    });
  }
}

/** The page gives its forms their one-time ids itself: else no form would be the same twice. */
const withoutIds = (html: string) => html.replaceAll(/ name="form" value="[0-9a-f-]{36}"/g, ' name="form" value=""');

import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { printed, sendPacked } from '../../web/views/express-views';
import { marksIn, patch } from './pieces';
import { Turns } from './turns';

/** Sends parts of a page that is open already, in pieces where it says what it has. */
@Injectable()
export class Fragments {
  private readonly turns = new Turns();

  /** `page` is asked for when it is this one's turn. */
  async render(template: string, response: Response, known: unknown, page: () => Promise<object>): Promise<void> {
    await this.turns.next();
    const model = await page();
    if (known === undefined) return response.render(template, model);
    const html = withoutIds(await printed(response, template, model));
    response.setHeader('content-security-policy', "default-src 'none'"); // nobody looks at it alone
    sendPacked(response, 'json', JSON.stringify(patch(html, marksIn(known), mark)));
  }
}

const mark = (piece: string) => hash('sha256', piece, 'base64url').slice(0, 6);

/** The page gives its forms their one-time ids itself: else no form would be the same twice. */
const withoutIds = (html: string) => html.replaceAll(/ name="form" value="[0-9a-f-]{36}"/g, ' name="form" value=""');

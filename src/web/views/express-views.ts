import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { encodingFor } from './encoding';
import type { TemplateEngine } from './template-engine';

const SMALL_BYTES = 512; // what is shorter than this fits the packet anyway
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/** Lets Nest's `@Render('feature/page')` and `response.render` use our templates without looking for files on every request. */
export function useTemplates(app: NestExpressApplication, engine: TemplateEngine): void {
  class View {
    readonly path: string;
    constructor(private readonly name: string) {
      this.path = name;
    }
    render(model: Record<string, unknown>, done: (error: Error | null, html?: string) => void): void {
      let html: string;
      try {
        html = engine.render(this.name, model);
      } catch (error) {
        return done(error as Error);
      }
      done(null, html);
    }
  }
  packPages(app.getHttpAdapter().getInstance());
  app.set('view', View);
  app.set('view engine', 'hbs');
  app.set('view cache', true);
}

/**
 * Compresses what is printed, and only that: whoever has saved an answer gets an address or a time, and nothing that could be made smaller.
 * A page is one string that is there at once; packing it in one go takes half of what a stream round it takes.
 */
function packPages({ response }: { response: { render: unknown } }): void {
  const render = response.render as (
    this: Response,
    name: string,
    model: object,
    done: (error: Error | null, html?: string) => void,
  ) => void;
  response.render = function (this: Response, name: string, model: object) {
    render.call(this, name, model, (error, html) => {
      if (error) return this.req.next!(error);
      sendPacked(this, 'html', html!);
    });
  };
}

/** What `render` would send, for whoever sends it in another way. */
export function printed(response: Response, name: string, model: object): Promise<string> {
  return new Promise((done, failed) => {
    const options = { ...model, _locals: response.locals };
    response.app.render(name, options, (error: Error | null, html?: string) => (error ? failed(error) : done(html!)));
  });
}

export function sendPacked(response: Response, type: string, text: string): void {
  response.vary('accept-encoding').type(type).send(packed(text, response));
}

function packed(html: string, response: Response): Buffer {
  const page = Buffer.from(html);
  const encoding = page.length < SMALL_BYTES ? false : encodingFor(response.req);
  if (!encoding) return page;
  response.setHeader('content-encoding', encoding);
  return encoding === 'br' ? brotliCompressSync(page, BROTLI) : gzipSync(page);
}

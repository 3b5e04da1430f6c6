import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { Response } from 'express';
import type { TemplateEngine } from './template-engine';

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

/** Compresses what is printed, and only that: whoever has saved an answer gets an address or a time, and nothing that could be made smaller. */
function packPages({ response }: { response: { render: unknown } }): void {
  const pack = compression({ threshold: 512 });
  const render = response.render as (...given: unknown[]) => void;
  response.render = function (this: Response, ...given: unknown[]) {
    pack(this.req, this, () => render.apply(this, given));
  };
}

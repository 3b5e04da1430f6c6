import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  PayloadTooLargeException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Conflict } from '../../database/conflict';
import { formatDate } from '../../languages/formats';
import { Phrases, type Values } from '../../languages/phrases';
import { PermissionLines } from '../permissions/permission-lines.service';
import { Log } from '../requests/log';
import { pageWords } from '../requests/page.middleware';
import type { Page } from '../views/page';
import { typedText } from '../security/same-origin.middleware';
import { outcomePage } from './errors.view';
import { DeadLink, ForeignRequest, Gone, TooManyTries, UnreadableForm, type Way } from './outcomes';
import { isUnavailable } from './unavailable';

interface Outcome {
  status: number;
  /** Phrases `<key>.title` and `<key>.text`, or one that says it all. */
  key: string;
  details?: Values;
  retryAfter?: number;
  way?: Way | null;
}

/** The one place that turns what went wrong into a status and a page. */
@Catch()
@Injectable()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly lines: PermissionLines,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const outcome = outcomeOf(error);
    if (outcome.status >= 500) this.log.fault(error, { id: request.id ?? null, method: request.method });
    if (error instanceof UnreadableForm || error instanceof ForeignRequest)
      this.log.say('security', { id: request.id ?? null, what: error.message });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (outcome.retryAfter) response.setHeader('retry-after', outcome.retryAfter);
    response.status(outcome.status);
    this.answer(request, response, outcome);
  }

  private answer(request: Request, response: Response, outcome: Outcome): void {
    const { status } = outcome;
    const phrases = this.phrasesOf(outcome);
    const page = this.pageFor(request, response);
    const details = inWords(outcome.details ?? {}, page);
    if (request.get('x-requested-with') === 'fetch') return void response.json({ message: page.say(phrases.text, details) });
    const typed = typedIn(request, response);
    const number = status >= 500 ? (request.id ?? null) : null;
    const way = outcome.way?.forStrangers && request.user ? null : outcome.way;
    const link = request.method === 'POST' && status !== 404 && !outcome.way ? this.lines.pageOf(request.path) : null;
    response.render(
      'errors/outcome',
      outcomePage(phrases, details, { typed, ...(number && { number }), ...(link && { link }), ...(way && { way }) }),
      (failed: Error | null, html?: string) => {
        if (failed) this.log.fault(failed, { id: request.id });
        response.send(failed ? `${status}\n` : html);
      },
    );
  }

  /** A rule that has only one sentence to say stands under a title that serves them all. */
  private phrasesOf({ key }: Outcome): { title: string; text: string } {
    return this.phrases.has(key) ? { title: 'errors.refused.title', text: key } : { title: `${key}.title`, text: `${key}.text` };
  }

  /** What ends a request before anybody knows whose it is, such as a session that cannot be read, is said to them as to a stranger. */
  private pageFor(request: Request, response: Response): Page {
    const { baseUrl, mode } = this.settings;
    if (!response.locals['page'])
      pageWords(this.phrases, baseUrl.startsWith('https:'), mode === 'demo', false)(request, response, () => {});
    return response.locals['page'] as Page;
  }
}

/** What was written, whatever came of it: as the feature says it that knows its fields (`response.locals.written`), or else as it stands in them. */
function typedIn({ body }: Request, { locals }: Response): { name: string; value: string }[] {
  const written = locals['written'] as string[] | undefined;
  return written ? written.map((value) => ({ name: 'written', value })) : typedText(body);
}

/** A moment is said in the reader's language and by their clock. */
function inWords(details: Values, { language, zone }: Page): Values {
  const said = (value: Values[string]) => (value instanceof Date ? formatDate(value, 'dateTime', language, zone) : value);
  return Object.fromEntries(Object.entries(details).map(([name, value]) => [name, said(value)]));
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof NotFound) return { status: 404, key: 'errors.not-found' };
  if (error instanceof Refusal) return { status: 409, key: error.reason, details: error.details };
  if (error instanceof Conflict) return { status: 409, key: 'errors.conflict' };
  if (error instanceof Gone) return { status: 410, key: error.reason, way: error.way };
  if (error instanceof DeadLink) return { status: 404, key: error.reason, way: error.way };
  if (error instanceof ForeignRequest) return { status: 403, key: 'errors.foreign' };
  if (error instanceof TooManyTries) {
    return { status: 429, key: error.reason, details: { minutes: Math.max(1, Math.ceil(error.seconds / 60)) }, retryAfter: error.seconds };
  }
  if (error instanceof UnreadableForm) return unreadable(error);
  return isUnavailable(error) ? { status: 503, key: 'errors.unavailable', retryAfter: 30 } : fromOutside(error);
}

function unreadable({ kind, reason }: UnreadableForm): Outcome {
  const status = { shape: 400, 'unknown-field': 422, type: 415, size: 413 }[kind];
  return {
    status,
    key: reason ?? (kind === 'unknown-field' ? 'errors.unknown-field' : kind === 'size' ? 'errors.too-large' : 'errors.unreadable'),
  };
}

/** What Nest, Express and its body parser throw. */
function fromOutside(error: unknown): Outcome {
  const { status, type } = (error ?? {}) as { status?: number; type?: string };
  const code = error instanceof HttpException ? error.getStatus() : status;
  if (code === 413 || error instanceof PayloadTooLargeException || type === 'parameters.too.many')
    return { status: 413, key: 'errors.too-large' };
  if (code === 404) return { status: 404, key: 'errors.not-found' };
  if (code === 415) return { status: 415, key: 'errors.unreadable' };
  if (code !== undefined && code >= 400 && code < 500) return { status: 400, key: 'errors.unreadable' };
  return { status: 500, key: 'errors.fault' };
}

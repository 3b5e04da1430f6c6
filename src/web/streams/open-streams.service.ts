import type { ServerResponse } from 'node:http';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

const LARGEST_BACKLOG = 256 * 1024;

/** The event streams that are open (text/event-stream), so that a slow reader can be dropped and a stop can end them all. */
@Injectable()
export class OpenStreams implements BeforeApplicationShutdown {
  private readonly open = new Set<ServerResponse>();

  get count(): number {
    return this.open.size;
  }

  /** Turns a response into a stream. Its reader comes back by itself after `retry` when the stream ends. */
  begin(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    Reflect.deleteProperty(response, 'end'); // the session's own way to end would store, hours later, what the session was when the stream began
    response.write('retry: 3000\n\n');
    this.open.add(response);
    response.once('close', () => this.open.delete(response));
  }

  /** One event to one reader; data travels as JSON, so no text can forge a second event. A reader that comes back names the last `id` it got. `message` goes without its name, as what a browser takes for one. */
  send(response: ServerResponse, event: string, data: unknown, id: string | null = null): void {
    this.write(
      response,
      `${id === null ? '' : `id: ${id}\n`}${event === 'message' ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`,
    );
  }

  /** Nothing but a sign that the line is alive. */
  beat(response: ServerResponse): void {
    this.write(response, ':\n\n');
  }

  beforeApplicationShutdown(): void {
    for (const response of this.open) response.end();
  }

  private write(response: ServerResponse, text: string): void {
    if (response.writableLength > LARGEST_BACKLOG) response.destroy();
    else response.write(text);
  }
}

import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';

/** What takes longer than this has no precedence any more, and nobody waits for longer. */
const LONGEST_MS = 200;

/** Forms that have arrived and are not answered yet, so that what can wait lets them go first. */
@Injectable()
export class FormsUnderWay {
  private readonly forms = new Set<Response>();
  private waiting: (() => void)[] = [];

  /** Behind whatever reads the body: a slow line holds up nobody. */
  readonly middleware = ({ method }: Request, response: Response, next: NextFunction): void => {
    if (method === 'POST') {
      this.forms.add(response);
      const leave = () => this.leave(response);
      response.once('close', leave);
      setTimeout(leave, LONGEST_MS).unref();
    }
    next();
  };

  /** Resolves at once when there are none, else when there are none any more; in any case after a fifth of a second. */
  async none(): Promise<void> {
    if (!this.forms.size) return;
    await new Promise<void>((go) => {
      this.waiting.push(go);
      setTimeout(go, LONGEST_MS).unref();
    });
  }

  private leave(response: Response): void {
    if (!this.forms.delete(response) || this.forms.size) return;
    const all = this.waiting;
    this.waiting = [];
    for (const go of all) go();
  }
}

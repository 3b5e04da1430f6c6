import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { sessionSaved } from '../../web/sessions/flash';
import { Sealing } from './sealing.service';

declare module 'express-session' {
  interface SessionData {
    /** Codes for paper that have not been put away yet, locked; `until` as ISO. */
    paper?: { codes: string; until: string };
  }
}

const MINUTES = 30;

/** The new codes for paper lie open in the browser that made them, for a short while or until they are put away; after that nobody can see them. */
@Injectable()
export class CodesOnPaper {
  constructor(
    private readonly sealing: Sealing,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The host name under which an app and a list of codes say where they belong. */
  get site(): string {
    return new URL(this.settings.baseUrl).hostname;
  }

  async lay(request: Request, personId: string, codes: string[]): Promise<void> {
    const until = new Date(request.arrivedAt.getTime() + MINUTES * 60_000).toISOString();
    request.session.paper = { codes: this.sealing.seal(codes.join(' '), personId), until };
    await sessionSaved(request);
  }

  read({ session, arrivedAt }: Request, personId: string): string[] | null {
    const { paper } = session;
    if (!paper || new Date(paper.until) <= arrivedAt) return null;
    return this.sealing.open(paper.codes, personId)?.split(' ') ?? null;
  }

  putAway({ session }: Request): void {
    delete session.paper;
  }
}

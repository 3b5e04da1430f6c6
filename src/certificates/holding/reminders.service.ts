import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { standingOf } from '../standing-of';
import { Histories } from './histories.service';
import { HoldingLetters } from './holding-letters.service';
import { HoldingQueries } from './holding.queries';
import { Successors } from './successors.service';
import { toldBefore } from './validity';

const AT_ONCE = 200;

/** Letters that say that a certificate expires soon: one for each certificate, however many processes look. */
@Injectable()
export class Reminders {
  constructor(
    private readonly database: Database,
    private readonly queries: HoldingQueries,
    private readonly successors: Successors,
    private readonly histories: Histories,
    private readonly letters: HoldingLetters,
  ) {}

  /** Returns how many. */
  async send(now: Date): Promise<number> {
    let sent = 0;
    for (const id of await this.queries.expiring(now, toldBefore(now), AT_ONCE)) if (await this.tell(id, now)) sent++;
    return sent;
  }

  private tell(id: string, now: Date): Promise<boolean> {
    return this.database.write(async (write) => {
      const certificate = await this.successors.held(write, id); // of two processes the later one sees that it was told
      const told = (await this.histories.of([id])).some(({ kind }) => kind === 'told');
      if (told || standingOf(certificate, now) !== 'valid') return false;
      await this.histories.note(write, { certificateId: id, kind: 'told', actorId: null }, now);
      await this.letters.put(write, certificate, 'expiring');
      return true;
    });
  }
}

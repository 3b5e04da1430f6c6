import { Injectable } from '@nestjs/common';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { Conflict } from '../../../database/conflict';
import { newId } from '../../../kernel/identifier';
import { DebriefRating } from './debrief-rating.entity';
import { type Mean, means, type Ratings } from './elements';

/** How a debrief was, in the eyes of those who took part and of those who led it. */
@Injectable()
export class DebriefRatings {
  constructor(private readonly database: Database) {}

  by(tableId: string, personId: string): Promise<DebriefRating | null> {
    return this.database.read(DebriefRating).findOneBy({ tableId, personId });
  }

  /** What those who took part say together: no single one of them, and nothing while they are too few. */
  async means(tableId: string): Promise<Mean[]> {
    const all = await this.database.read(DebriefRating).findBy({ tableId, facilitator: false });
    return means(all.map(({ levels }) => levels));
  }

  /** From the version that was on the page, 0 for a first one. Throws a `Conflict` when it was changed on another page meanwhile. */
  async rate(
    write: Writer,
    { tableId, personId, facilitator }: Pick<DebriefRating, 'tableId' | 'personId' | 'facilitator'>,
    { levels, comment }: { levels: Ratings; comment: string },
    version: number,
    now: Date,
  ): Promise<void> {
    const before = await this.by(tableId, personId);
    if ((before?.version ?? 0) !== version) throw new Conflict('DebriefRating', tableId);
    if (before) return write.changeAt(DebriefRating, before, { levels, comment, at: now });
    const first = { id: newId(), tableId, personId, facilitator, levels, comment, version: 1, at: now };
    if (!(await write.insertOnce(DebriefRating, first))) throw new Conflict('DebriefRating', tableId);
  }
}

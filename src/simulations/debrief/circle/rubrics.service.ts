import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../database/database.service';
import type { Writer } from '../../../database/writer';
import { Conflict } from '../../../database/conflict';
import { newId } from '../../../kernel/identifier';
import type { RubricLevels } from './rubric';
import { RubricMark } from './rubric-mark.entity';

/** What teams saw of people at tables. Several of a team can look at one person, each for themselves. */
@Injectable()
export class Rubrics {
  constructor(private readonly database: Database) {}

  /** Everything that was said of one place, the earliest first. */
  of(placeId: string): Promise<RubricMark[]> {
    return this.database.read(RubricMark).find({ where: { placeId }, order: { at: 'ASC', id: 'ASC' } });
  }

  async by(placeId: string, raterId: string): Promise<RubricMark | null> {
    return this.database.read(RubricMark).findOneBy({ placeId, raterId });
  }

  /** The places of which somebody has said something. */
  async looked(placeIds: string[], raterId: string): Promise<ReadonlySet<string>> {
    const found = await this.database.read(RubricMark).find({ where: { placeId: In(placeIds), raterId }, select: { placeId: true } });
    return new Set(found.map(({ placeId }) => placeId));
  }

  /** From the version that was on the page, 0 for a first one. Throws a `Conflict` when it was changed on another page meanwhile. */
  async mark(
    write: Writer,
    { placeId, raterId }: { placeId: string; raterId: string },
    { levels, comment }: { levels: RubricLevels; comment: string },
    version: number,
    now: Date,
  ): Promise<void> {
    const before = await this.by(placeId, raterId);
    if ((before?.version ?? 0) !== version) throw new Conflict('RubricMark', placeId);
    if (before) return write.changeAt(RubricMark, before, { levels, comment, at: now });
    const first = { id: newId(), placeId, raterId, levels, comment, version: 1, at: now };
    if (!(await write.insertOnce(RubricMark, first))) throw new Conflict('RubricMark', placeId);
  }
}

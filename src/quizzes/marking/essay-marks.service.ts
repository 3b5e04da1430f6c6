import { Injectable } from '@nestjs/common';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { GivenMarks } from '../attempts/grading.service';
import type { ManualMarks } from '../sitting/marks';
import { EssayMark } from './essay-mark.entity';

/** What people gave for longer texts. */
@Injectable()
export class EssayMarks extends GivenMarks {
  constructor(private readonly database: Database) {
    super();
  }

  override async of(attemptId: string): Promise<ManualMarks> {
    const rows = await this.database.read(EssayMark).findBy({ attemptId });
    return new Map(rows.map(({ question, share }) => [question, share]));
  }

  override async comments(attemptId: string): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.read(EssayMark).findBy({ attemptId });
    return new Map(rows.filter(({ comment }) => comment).map(({ question, comment }) => [question, comment]));
  }

  one(attemptId: string, question: string): Promise<EssayMark | null> {
    return this.database.read(EssayMark).findOneBy({ attemptId, question });
  }

  /** Gives a mark as somebody saw it: version 0 is none yet. Throws Conflict when somebody else has marked it since. */
  async give(
    write: Writer,
    { attemptId, question, version }: { attemptId: string; question: string; version: number },
    mark: Pick<EssayMark, 'points' | 'share' | 'comment' | 'markerId' | 'at'>,
  ): Promise<void> {
    if (version === 0) {
      if (await write.insertOnce(EssayMark, { id: newId(), attemptId, question, ...mark, version: 1 })) return;
      throw new Conflict('EssayMark', attemptId);
    }
    const row = await this.one(attemptId, question);
    if (!row) throw new Conflict('EssayMark', attemptId);
    await write.changeAt(EssayMark, { id: row.id, version }, mark);
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Attempt } from '../attempts/attempt.entity';
import { Endings } from '../attempts/endings.service';
import { standing } from './corrections';
import { CorrectionLetters } from './correction-letters.service';
import type { TriedAttempt } from './corrections.queries';
import { Regrading } from './regrading.service';

/** One person's tries at a quiz after a key was corrected. */
@Injectable()
export class Settlements {
  constructor(
    private readonly database: Database,
    private readonly endings: Endings,
    private readonly regrading: Regrading,
    private readonly letters: CorrectionLetters,
  ) {}

  /** Marks them anew, completes what is passed by that, and writes to the person when the result that counts is another one. */
  async settle(write: Writer, tries: readonly TriedAttempt[], now: Date): Promise<void> {
    const before = await this.regrading.result(tries);
    for (const { id, passed } of tries) {
      await this.endings.settle(write, id, now);
      if (passed) await write.update(Attempt, { id }, { passed: true }); // a pass is never taken back
    }
    const rows = await this.database.read(Attempt).findBy({ id: In(tries.map(({ id }) => id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    const fresh = tries.map((one) => ({ ...one, share: byId.get(one.id)!.share, passed: Boolean(byId.get(one.id)!.passed) }));
    const after = standing({ before, after: await this.regrading.result(fresh) });
    if (after.points !== before.points || after.passed !== before.passed) await this.letters.put(write, tries.at(-1)!, { before, after });
  }
}

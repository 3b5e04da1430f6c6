import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Attempt } from '../attempts/attempt.entity';
import { Endings } from '../attempts/endings.service';
import { losesNothing, type Policy, standing } from './corrections';
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
  async settle(write: Writer, tries: readonly TriedAttempt[], policy: Policy, now: Date): Promise<void> {
    const before = await this.regrading.result(tries);
    const known = await this.rows(tries);
    for (const { id } of tries) await this.endings.markAgain(write, id);
    const byId = await this.rows(tries);
    for (const { id } of tries) {
      const [was, is] = [known.get(id)!, byId.get(id)!];
      const kept = losesNothing(policy) && is.share !== null && was.share !== null && is.share < was.share ? was : is;
      const { marks, share, points } = kept;
      const passed = was.passed || kept.passed; // a pass is never taken back
      if (kept !== is || passed !== is.passed) await write.update(Attempt, { id }, { marks, share, points, passed });
      byId.set(id, { ...is, marks, share, points, passed });
    }
    await this.endings.recount(write, tries.at(-1)!.id, now); // only now the grades are what they will stay, and what they earn is earned
    const fresh = tries.map((one) => ({ ...one, share: byId.get(one.id)!.share, passed: Boolean(byId.get(one.id)!.passed) }));
    const after = standing({ before, after: await this.regrading.result(fresh) });
    if (after.points !== before.points || after.passed !== before.passed) await this.letters.put(write, tries.at(-1)!, { before, after });
  }

  private async rows(tries: readonly TriedAttempt[]): Promise<Map<string, Attempt>> {
    const rows = await this.database.read(Attempt).findBy({ id: In(tries.map(({ id }) => id)) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../database/database.service';
import { Asking } from './asking.service';
import { CorrectionQueries } from './corrections.queries';
import { QuestionCorrection } from './question-correction.entity';
import { bySteps, Regrading } from './regrading.service';
import { Settlements } from './settlements.service';

/** Grades anew what was handed in before a key was corrected: one transaction for a few people, one correction after the other. */
@Injectable()
export class Applying implements OnApplicationBootstrap {
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly queries: CorrectionQueries,
    private readonly asking: Asking,
    private readonly regrading: Regrading,
    private readonly settlements: Settlements,
  ) {}

  /** What a fall has left half done is done. */
  async onApplicationBootstrap(): Promise<void> {
    const left = await this.database.read(QuestionCorrection).find({ where: { regradedAt: IsNull() }, order: { at: 'ASC' } });
    for (const { id, at } of left) void this.apply(id, at);
  }

  /** Said again, it goes on where it was: whoever was looked at is as they should be. */
  apply(id: string, now: Date): Promise<void> {
    const done = this.working.then(() => this.work(id, now));
    this.working = done.catch(() => undefined);
    return done;
  }

  private async work(id: string, now: Date): Promise<void> {
    const correction = await this.database.read(QuestionCorrection).findOneBy({ id });
    if (!correction || correction.regradedAt) return;
    const { policy, chapterId, quizSlug, questionHash } = correction;
    const versionIds = policy === 'later-only' ? [] : await this.asking.versions(quizSlug, questionHash);
    for await (const people of this.regrading.people({ versionIds, chapterId })) {
      const tries = bySteps(await this.queries.attempts(versionIds, chapterId, people));
      await this.database.write(async (write) => {
        for (const each of tries) await this.settlements.settle(write, each, policy, now);
      });
      await breath();
    }
    await this.database.write((write) => write.update(QuestionCorrection, { id }, { regradedAt: now }));
  }
}

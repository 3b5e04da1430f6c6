import { Injectable } from '@nestjs/common';
import { type FarewellChoice, LeavingHolders } from '../../certificates/holding/leaving.service';
import { WaitingLists } from '../../cohorts/waiting/waiting-lists.service';
import type { Writer } from '../../database/writer';
import { Erasure, type Hindrance } from './erasure.service';

/** Somebody goes for good: they are erased, whoever waits for their places gets them, and their certificates become what they chose. */
@Injectable()
export class Departure {
  constructor(
    private readonly erasure: Erasure,
    private readonly waiting: WaitingLists,
    private readonly certificates: LeavingHolders,
  ) {}

  /** Returns what stood in the way, and then nothing is changed. */
  async go(write: Writer, personId: string, choice: FarewellChoice, now: Date): Promise<Hindrance | null> {
    const [cohorts, held] = [await this.waiting.cohortsOf(personId), await this.certificates.of(personId)];
    const hindrance = await this.erasure.erase(write, personId, now);
    if (hindrance) return hindrance;
    for (const id of cohorts) await this.waiting.fill(write, id, now);
    await this.certificates.leave(write, held, choice, now);
    return null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import type { SimulationPlace } from '../tables/simulation-step.guard';
import type { Candidate } from './cast';
import { RoleWish } from './role-wish.entity';

export type Wish = Pick<Candidate, 'part' | 'ownGroup'> & { roles: string[] };

/** What somebody would like to be when their cohort plays together. */
@Injectable()
export class Wishes {
  constructor(private readonly database: Database) {}

  of({ study: { enrolmentId }, module, step }: SimulationPlace): Promise<RoleWish | null> {
    return this.database.read(RoleWish).findOneBy({ enrolmentId, module, step });
  }

  /** The last one counts. */
  async say(write: Writer, { study: { enrolmentId, personId }, module, step }: SimulationPlace, wish: Wish, now: Date): Promise<void> {
    const row = { id: newId(), enrolmentId, personId, module, step, ...wish, savedAt: now };
    await write.upsert(RoleWish, row, ['enrolmentId', 'module', 'step']);
  }
}

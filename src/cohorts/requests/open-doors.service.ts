import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Repeats } from '../repeats.service';
import { OpenDoor } from './open-door.entity';

/** Which cohorts people may ask to join. */
@Injectable()
export class OpenDoors implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly repeats: Repeats,
  ) {}

  onModuleInit(): void {
    this.repeats.add(async (write, from, to, now) => {
      if (await this.isOpen(from)) await this.set(write, to, true, now);
    });
  }

  isOpen(cohortId: string): Promise<boolean> {
    return this.database.read(OpenDoor).existsBy({ cohortId });
  }

  /** Those of the cohorts. */
  async among(cohortIds: string[]): Promise<ReadonlySet<string>> {
    if (!cohortIds.length) return new Set();
    const found = await this.database.read(OpenDoor).findBy({ cohortId: In(cohortIds) });
    return new Set(found.map(({ cohortId }) => cohortId));
  }

  /** Said again, it is so already. */
  async set(write: Writer, cohortId: string, open: boolean, now: Date): Promise<void> {
    if (open) await write.insertOnce(OpenDoor, { cohortId, since: now });
    else await write.remove(OpenDoor, { cohortId });
  }
}

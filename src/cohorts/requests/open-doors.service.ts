import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { OpenDoor } from './open-door.entity';

/** Which cohorts people may ask to join. */
@Injectable()
export class OpenDoors {
  constructor(private readonly database: Database) {}

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

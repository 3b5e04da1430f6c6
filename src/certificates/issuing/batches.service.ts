import { setImmediate as breath } from 'node:timers/promises';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Audit } from '../../chapters/audit/audit.service';
import { Cohort } from '../../cohorts/cohort.entity';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Clock } from '../../web/requests/clock';
import { Credentials } from '../credentials/credentials.service';
import type { Obstacle } from '../credentials/did';
import { CertificateBatch } from './certificate-batch.entity';
import { RollWork } from './roll-work.service';

/** Issuing to a whole cohort by one press: in pieces, one transaction each, so that nobody waits behind it and a fall loses nothing. */
@Injectable()
export class Batches implements OnApplicationBootstrap, OnModuleDestroy {
  private working: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly database: Database,
    private readonly work: RollWork,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly credentials: Credentials,
  ) {}

  /** What a fall has left half done is done. */
  async onApplicationBootstrap(): Promise<void> {
    for (const { id } of await this.database.read(CertificateBatch).find({ where: { endedAt: IsNull() }, order: { startedAt: 'ASC' } }))
      void this.run(id);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.working;
  }

  /** The last one of a cohort. */
  latest(cohortId: string): Promise<CertificateBatch | null> {
    return this.database.read(CertificateBatch).findOne({ where: { cohortId }, order: { startedAt: 'DESC', id: 'DESC' } });
  }

  /** Why a press would issue nothing, or null. */
  obstacle(): Promise<Obstacle | null> {
    return this.credentials.obstacle();
  }

  /** Begins one; while one is at work there is no second. Refuses where nothing can be issued. Goes on by itself when the press is durable. */
  async start(write: Writer, cohort: Cohort, byId: string, now: Date): Promise<void> {
    const obstacle = await this.obstacle();
    if (obstacle) throw new Refusal(`credentials.refusal.${obstacle}`);
    await write.lock(Cohort, cohort.id);
    if (await this.database.read(CertificateBatch).existsBy({ cohortId: cohort.id, endedAt: IsNull() })) return;
    const id = newId();
    const people = await this.work.count(cohort.id);
    await write.insert(CertificateBatch, { id, cohortId: cohort.id, byId, people, startedAt: now, endedAt: null });
    await this.audit.note(write, { chapterId: cohort.chapterId, act: 'certificates-issued', actorId: byId, objectId: cohort.id }, now);
    write.afterCommit(() => void this.run(id));
  }

  /** Goes on where it was; resolves when it is done. Said again, it does nothing twice. */
  run(id: string): Promise<void> {
    const done = this.working.then(() => this.pieces(id));
    this.working = done.catch(() => undefined);
    return done;
  }

  /** When nothing is at work any more. */
  settled(): Promise<void> {
    return this.working;
  }

  private async pieces(id: string): Promise<void> {
    while (!this.stopping && (await this.database.write((write) => this.piece(write, id)))) await breath();
  }

  private async piece(write: Writer, id: string): Promise<boolean> {
    await write.lock(CertificateBatch, id); // of two processes at once, the later one goes on behind the first
    const batch = await this.database.read(CertificateBatch).findOneBy({ id });
    if (!batch || batch.endedAt) return false;
    const now = this.clock.now();
    const { people, after, issued } = await this.work.next(write, batch, now);
    if (!people) await write.update(CertificateBatch, { id }, { endedAt: now });
    else await write.update(CertificateBatch, { id }, { after, seen: batch.seen + people, issued: batch.issued + issued });
    return people > 0;
  }
}

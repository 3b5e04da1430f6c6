import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Person } from '../../people/person.entity';
import type { Role } from '../roles';
import type { Act } from './acts';
import { AuditEntry } from './audit-entry.entity';

/** What is to be noted. */
export interface Noted {
  chapterId: string;
  act: Act;
  actorId: string | null;
  subjectId?: string | null;
  role?: Role | null;
  objectId?: string | null;
}

/** A line with the names it had when it is read. */
export interface AuditLine {
  at: Date;
  act: Act;
  role: Role | null;
  actor: string | null;
  subject: string | null;
  /** Somebody was meant, who is no longer there or was never named. */
  hasSubject: boolean;
}

const ABOUT_SOMEBODY: readonly Act[] = [
  'role-given',
  'role-taken',
  'data-downloaded',
  'person-erased',
  'person-withdrawn',
  'person-taken-back',
  'person-moved',
  'work-accepted',
  'work-returned',
  'try-reopened',
  'certificate-corrected',
  'certificate-withdrawn',
  'certificate-renewed',
  'certificate-issued-again',
];

/** The audit of chapters: what their leads can look up later. */
@Injectable()
export class Audit {
  constructor(private readonly database: Database) {}

  /** Adds a line, in the transaction of the act itself. */
  async note(write: Writer, { chapterId, act, actorId, subjectId = null, role = null, objectId = null }: Noted, now: Date): Promise<void> {
    await write.insert(AuditEntry, { id: newId(), chapterId, act, actorId, subjectId, role, objectId, at: now });
  }

  count(chapterId: string): Promise<number> {
    return this.database.read(AuditEntry).countBy({ chapterId });
  }

  /** The latest first. */
  async lines(chapterId: string, skip: number, take: number): Promise<AuditLine[]> {
    const entries = await this.database.read(AuditEntry).find({ where: { chapterId }, order: { at: 'DESC', id: 'DESC' }, skip, take });
    const ids = [...new Set(entries.flatMap(({ actorId, subjectId }) => [actorId, subjectId]).filter((id) => id !== null))];
    const people = await this.database.read(Person).find({ where: { id: In(ids) }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const nameOf = (id: string | null) => (id && names.get(id)) ?? null;
    return entries.map(({ at, act, role, actorId, subjectId }) => ({
      at,
      act,
      role,
      actor: nameOf(actorId),
      subject: nameOf(subjectId),
      hasSubject: ABOUT_SOMEBODY.includes(act),
    }));
  }
}

import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Role } from '../roles';
import type { Act } from './acts';

/** One line of a chapter's audit. Only ever added; who is erased leaves the line behind, without saying who it was. */
@Entity('audit_entries')
@Index(['chapterId', 'at'])
export class AuditEntry {
  @Id() id: string;
  @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  @Column({ type: 'varchar', length: 30 }) act: Act;
  /** Who did it, and to whom; null for somebody who was erased, and where there is nobody. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) actorId: string | null;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) subjectId: string | null;
  /** The role that was given, taken or offered. */
  @Column({ type: 'varchar', length: 10, nullable: true }) role: Role | null;
  /** What it was done with, by its id: a cohort, for instance. */
  @Column({ type: 'varchar', length: 36, nullable: true }) objectId: string | null;
  @Timestamp() at: Date;
}

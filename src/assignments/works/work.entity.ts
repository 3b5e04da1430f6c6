import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { WorkState } from './state';

/** What one person makes of one assignment, pinned to its version: what they are writing, and how far it is. */
@Entity('works')
@Unique(['enrolmentId', 'module', 'step'])
@Index(['assignmentVersionId', 'state'])
export class Work {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Reference('content_versions') assignmentVersionId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  @Column({ type: 'varchar', length: 10 }) state: WorkState;
  /** What is being written; each version that was handed in is a row of its own. */
  @Column({ type: 'text' }) text: string;
  @Json() links: string[];
  /** How often it was handed in. */
  @Column({ type: 'integer' }) number: number;
  /** How many works of others its author has reviewed for it. */
  @Column({ type: 'integer' }) reviewsGiven: number;
  /** When its author last did anything with it. */
  @Timestamp() savedAt: Date;
  @Timestamp({ nullable: true }) handedInAt: Date | null;
  /** When the last answer came. */
  @Timestamp({ nullable: true }) answeredAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { NudgeReason } from './needs';

/** A kind letter to somebody who may need help, written in the transaction that put it into the outbox. */
@Entity('nudges')
@Index(['personId', 'sentAt'])
export class Nudge {
  @Id() id: string;
  @Index() @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) senderId: string | null;
  @Column({ type: 'varchar', length: 20 }) reason: NudgeReason;
  @Column({ type: 'text' }) subject: string;
  @Column({ type: 'text' }) text: string;
  @Timestamp() sentAt: Date;
}

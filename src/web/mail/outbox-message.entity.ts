import { Column, Entity, Index } from 'typeorm';
import { Id, Timestamp } from '../../database/columns';

/** A mail that must leave the house, written in the transaction that caused it and sent by a worker afterwards. */
@Entity('outbox_messages')
export class OutboxMessage {
  @Id() id: string;
  @Column({ type: 'varchar', length: 320 }) recipient: string;
  @Column({ type: 'varchar', length: 10 }) language: string;
  @Column({ type: 'varchar', length: 300 }) subject: string;
  @Column({ type: 'text' }) text: string;
  @Timestamp() createdAt: Date;
  @Column({ type: 'integer', default: 0 }) tries: number;
  /** When the worker looks at it next; null once it was sent or given up. */
  @Index() @Timestamp({ nullable: true }) dueAt: Date | null;
  @Timestamp({ nullable: true }) sentAt: Date | null;
  @Column({ type: 'varchar', length: 300, nullable: true }) failure: string | null;
}

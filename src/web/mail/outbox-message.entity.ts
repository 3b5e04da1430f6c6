import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** A mail that must leave the house, written in the transaction that caused it and sent by a worker afterwards. */
@Entity('outbox_messages')
export class OutboxMessage {
  @Id() id: string;
  @Column({ type: 'varchar', length: 320 }) recipient: string;
  /** Of a notice: whom it is for, who may have stopped such letters. Null for a letter about an account, which always goes. */
  @Index() @Reference('people', { onDelete: 'CASCADE', nullable: true }) personId: string | null;
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

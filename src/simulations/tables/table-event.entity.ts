import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** One line of a table's log: numbered without a gap, chained to the line before by its hash, never changed. */
@Entity('table_events')
@Index(['tableId', 'commandId'])
export class LoggedEvent {
  @Reference('simulation_tables', { onDelete: 'CASCADE', primary: true }) tableId: string;
  @PrimaryColumn({ type: 'integer' }) seq: number;
  @Timestamp() at: Date;
  @Column({ type: 'varchar', length: 40 }) type: string;
  /** The version of the type, for logs that outlive the engine that wrote them. */
  @Column({ type: 'integer' }) version: number;
  /** The command it answers: the same command twice has one effect. */
  @Column({ type: 'varchar', length: 36 }) commandId: string;
  /** The whole event as canonical JSON, kept as text because its very bytes are what the hash is of. */
  @Column({ type: 'text' }) event: string;
  /** SHA-256 of the hash before and these bytes. */
  @Column({ type: 'varchar', length: 64 }) hash: string;
}

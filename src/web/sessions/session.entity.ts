import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** One signed-in browser. The cookie's value is kept only as a hash, so a copy of the table lets nobody in. */
@Entity('sessions')
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 64 }) id: string;
  @Index() @Reference('people', { onDelete: 'CASCADE', nullable: true }) personId: string | null;
  @Index() @Timestamp() expiresAt: Date;
  @Column({ type: 'text' }) data: string;
}

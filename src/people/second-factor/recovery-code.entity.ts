import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** One of ten codes on paper that stand in for a phone, each once. Only a hash is kept. */
@Entity('recovery_codes')
export class RecoveryCode {
  @Id() id: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 64 }) codeHash: string;
  @Timestamp({ nullable: true }) usedAt: Date | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Timestamp } from './columns';

/** Where a form led when it was first sent: whoever sends the same one again is led there again, and nothing happens twice. */
@Entity('form_outcomes')
@Index(['createdAt'])
export class FormOutcome {
  /** Who sent it: a person's id, or what else stands for the sender. */
  @PrimaryColumn({ type: 'varchar', length: 64 }) actor: string;
  @PrimaryColumn({ type: 'varchar', length: 36 }) formId: string;
  @Column({ type: 'text' }) address: string;
  @Timestamp() createdAt: Date;
}

import { Column, Entity } from 'typeorm';
import { Id, Timestamp } from '../database/columns';
import type { Language } from '../kernel/language';

/** A local group, the tenant: nobody outside it sees its people. */
@Entity('chapters')
export class Chapter {
  @Id() id: string;
  /** Its name in addresses. */
  @Column({ type: 'varchar', length: 60, unique: true }) slug: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Column({ type: 'varchar', length: 64 }) zone: string;
  @Timestamp() createdAt: Date;
  @Column({ type: 'integer', default: 1 }) version: number;
}

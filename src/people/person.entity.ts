import { Column, Entity } from 'typeorm';
import { Id, Timestamp } from '../database/columns';
import type { Language } from '../kernel/language';

/** An account. What somebody may do comes from memberships, not from here. */
@Entity('people')
export class Person {
  @Id() id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'varchar', length: 254 }) email: string;
  /** The address as it is compared: `emailKey` of it. */
  @Column({ type: 'varchar', length: 254, unique: true }) emailKey: string;
  @Column({ type: 'varchar', length: 200 }) passwordHash: string;
  @Column({ type: 'varchar', length: 2, nullable: true }) language: Language | null;
  @Column({ type: 'varchar', length: 64, nullable: true }) zone: string | null;
  @Column({ type: 'boolean', default: false }) steward: boolean;
  @Column({ type: 'boolean', default: true }) active: boolean;
  @Timestamp() createdAt: Date;
  /** Since when it is known that mail to the address reaches this person; null while it is not. */
  @Timestamp({ nullable: true }) emailVerifiedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

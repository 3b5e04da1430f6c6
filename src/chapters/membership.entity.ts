import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../database/columns';
import type { Role } from './roles';

/** A person's role in a chapter. One person may have several, in several chapters. */
@Entity('memberships')
@Unique(['personId', 'chapterId', 'role'])
export class Membership {
  @Id() id: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  @Column({ type: 'varchar', length: 10 }) role: Role;
  @Timestamp() createdAt: Date;
}

import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Timestamp } from '../../database/columns';
import type { AchievementFacts } from './achievement';

/** What certificates were given for, as signed documents point to it. Never changed: what needs other work is another version. */
@Entity('achievements')
@Unique(['slug', 'version'])
@Unique(['slug', 'hash'])
export class Achievement {
  @Id() id: string;
  @Column({ type: 'varchar', length: 140 }) slug: string;
  @Column({ type: 'integer' }) version: number;
  /** SHA-256 of the canonical JSON of its facts. */
  @Column({ type: 'varchar', length: 64 }) hash: string;
  @Json() facts: AchievementFacts;
  @Timestamp() createdAt: Date;
}

import { Column, Entity, Index } from 'typeorm';
import type { TableMode } from '../../content/scenario';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** One use of a scenario by a cohort: tables that are set and begin together, for a step of its programme. Who sits where stands in their places. */
@Entity('sittings')
export class Sitting {
  @Id() id: string;
  @Index() @Reference('cohorts', { onDelete: 'CASCADE' }) cohortId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  @Reference('content_versions') scenarioVersionId: string;
  @Column({ type: 'varchar', length: 100 }) name: string;
  @Column({ type: 'varchar', length: 10 }) mode: Exclude<TableMode, 'solo'>;
  /** Their ids, in the order of their numbers. */
  @Json() tables: string[];
  /** Who plays a seat in which nobody sits. */
  @Column({ type: 'varchar', length: 10 }) vacant: Vacant;
  /** Nobody is cast into the stakeholder group that they come from, where it can be helped. */
  @Column({ type: 'boolean' }) notOwn: boolean;
  /** When it begins by itself; null where somebody presses. */
  @Index() @Timestamp({ nullable: true }) startsAt: Date | null;
  @Timestamp() madeAt: Date;
  /** When people got their seats; null while they say what they would like. */
  @Timestamp({ nullable: true }) castAt: Date | null;
  /** When its tables began; null while people wait. */
  @Timestamp({ nullable: true }) begunAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

export const VACANT = ['script', 'empty'] as const;
export type Vacant = (typeof VACANT)[number];

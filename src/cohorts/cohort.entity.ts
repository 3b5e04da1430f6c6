import { Column, Entity, Index } from 'typeorm';
import type { Pins } from '../content/content.service';
import { Id, Json, Reference, Timestamp } from '../database/columns';
import type { Language } from '../kernel/language';
import type { Timetable } from './timetable/timetable';

/** People of a chapter who take a programme together between two days, in one language and one time zone. Pinned to the versions it opened with. */
@Entity('cohorts')
export class Cohort {
  @Id() id: string;
  @Index() @Reference('chapters', { onDelete: 'RESTRICT' }) chapterId: string;
  @Column({ type: 'text' }) name: string;
  @Reference('content_versions', { onDelete: 'RESTRICT' }) programmeVersionId: string;
  @Json() pins: Pins;
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Column({ type: 'varchar', length: 64 }) zone: string;
  /** First and last day, `YYYY-MM-DD` in the cohort's zone. */
  @Column({ type: 'varchar', length: 10 }) startsOn: string;
  @Column({ type: 'varchar', length: 10 }) endsOn: string;
  /** How many people there is room for; null is no limit. */
  @Column({ type: 'integer', nullable: true }) places: number | null;
  /** When its modules open and are due; null while nothing was set. */
  @Json({ nullable: true }) timetable: Timetable | null;
  @Timestamp() createdAt: Date;
  /** Null while it is a draft. */
  @Timestamp({ nullable: true }) openedAt: Date | null;
  /** When it was put away. */
  @Timestamp({ nullable: true }) archivedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

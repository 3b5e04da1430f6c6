import { Column, Entity } from 'typeorm';
import { Json, Reference } from '../../database/columns';
import type { OwnDays } from '../timetable/deadlines';

/** The later deadlines that one person in a cohort was given, and why. */
@Entity('own_days')
export class OwnDaysOfPerson {
  /** The enrolment's. */
  @Reference('enrolments', { onDelete: 'CASCADE', primary: true }) id: string;
  @Json() days: OwnDays;
  /** By the same names as the days; for the team, never for the person's pages. */
  @Json() reasons: Record<string, string>;
  @Column({ type: 'integer', default: 1 }) version: number;
}

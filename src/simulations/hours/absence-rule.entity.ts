import { Column, Entity } from 'typeorm';
import { Reference } from '../../database/columns';
import type { Absence } from './absence';

/** What becomes of those who are away at one table; a table without it goes on without them. */
@Entity('absence_rules')
export class AbsenceRule {
  @Reference('simulation_tables', { onDelete: 'CASCADE', primary: true }) tableId: string;
  @Column({ type: 'varchar', length: 10 }) rule: Absence;
  @Column({ type: 'integer', default: 1 }) version: number;
}

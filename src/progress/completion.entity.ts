import { Column, Entity, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../database/columns';

/** The fact that a person finished something, once, at a time, for a cohort. Written in the transaction of the act that earned it, never changed. */
@Entity('completions')
@Unique(['enrolmentId', 'subject'])
export class Completion {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  /** What was finished: `step:<module>/<step>`, `module:<module>` or `programme:<programme>`. */
  @Column({ type: 'varchar', length: 160 }) subject: string;
  @Timestamp() at: Date;
}

import { Column, Entity } from 'typeorm';
import { Reference, Timestamp } from '../database/columns';

/** Where in a lesson somebody stopped reading: the heading they saw last. One for each study. */
@Entity('reading_places')
export class ReadingPlace {
  @Reference('enrolments', { onDelete: 'CASCADE', primary: true }) enrolmentId: string;
  @Column({ type: 'varchar', length: 64 }) module: string;
  @Column({ type: 'varchar', length: 64 }) step: string;
  @Column({ type: 'varchar', length: 64 }) heading: string;
  @Timestamp() at: Date;
}

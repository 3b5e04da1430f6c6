import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Reference } from '../../database/columns';

/**
 * What is hummed while a hum is open, and gone when it closes. One row for all of them: ballots that stood in rows of their own would tell by
 * their order who came first. Nothing in here names a seat; how loud it was stands in the table's log afterwards.
 */
@Entity('hum_ballots')
export class HumBallots {
  @Reference('simulation_tables', { primary: true, onDelete: 'CASCADE' }) tableId: string;
  /** the hum's name at its table: h1, h2, … */
  @PrimaryColumn({ type: 'varchar', length: 8 }) hum: string;
  /** Made for this hum alone. With the site's secret it makes the key under which seats are told apart. */
  @Column({ type: 'varchar', length: 43 }) salt: string;
  /** JSON, from the mark of a seat to what it hummed, sorted by the marks. */
  @Column({ type: 'text' }) ballots: string;
}

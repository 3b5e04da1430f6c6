import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../database/columns';

/** What was last taken in from files, by its fingerprint, so that a start does not read again what did not change. */
@Entity('taken_in')
export class TakenIn {
  @PrimaryColumn({ type: 'varchar', length: 64 }) name: string;
  @Column({ type: 'varchar', length: 64 }) fingerprint: string;
  @Timestamp() at: Date;
}

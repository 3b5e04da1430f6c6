import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Timestamp } from '../../database/columns';

/** Wrong tries counted for one account or one network address; both stand here only as hashes. */
@Entity('failed_tries')
export class FailedTry {
  @PrimaryColumn({ type: 'varchar', length: 64 }) key: string;
  @Column({ type: 'integer' }) count: number;
  @Timestamp() at: Date;
}

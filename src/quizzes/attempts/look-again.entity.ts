import { Entity, PrimaryColumn } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** A question of an attempt that somebody wants to look at once more before handing in. */
@Entity('look_again')
export class LookAgain {
  @Reference('attempts', { onDelete: 'CASCADE', primary: true }) attemptId: string;
  @PrimaryColumn({ type: 'varchar', length: 64 }) question: string;
  @Timestamp() at: Date;
}

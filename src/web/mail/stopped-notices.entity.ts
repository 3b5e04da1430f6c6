import { Entity } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** Says that a person wants no more notices by mail. Letters about their account still go. */
@Entity('stopped_notices')
export class StoppedNotices {
  @Reference('people', { onDelete: 'CASCADE', primary: true }) personId: string;
  @Timestamp() stoppedAt: Date;
}

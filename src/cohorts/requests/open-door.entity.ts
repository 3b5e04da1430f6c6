import { Entity } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** Says that people may ask to join a cohort, on the public page of its chapter. */
@Entity('open_doors')
export class OpenDoor {
  @Reference('cohorts', { onDelete: 'CASCADE', primary: true }) cohortId: string;
  @Timestamp() since: Date;
}

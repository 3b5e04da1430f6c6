import { Entity } from 'typeorm';
import { Reference, Timestamp } from '../../database/columns';

/** That somebody wants to be reminded of the questions they missed. */
@Entity('recall_wishes')
export class RecallWish {
  @Reference('people', { onDelete: 'CASCADE', primary: true }) personId: string;
  @Timestamp() since: Date;
}

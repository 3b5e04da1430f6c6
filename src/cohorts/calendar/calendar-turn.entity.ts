import { Column, Entity } from 'typeorm';
import { Reference } from '../../database/columns';

/** How often a person has asked for a new address of their calendar; each time the one before stops working. */
@Entity('calendar_turns')
export class CalendarTurn {
  @Reference('people', { onDelete: 'CASCADE', primary: true }) personId: string;
  @Column({ type: 'integer' }) turn: number;
}

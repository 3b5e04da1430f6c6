import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** `left`: went by themselves, `withdrawn`: the team took them out, `moved`: on to another cohort, `back`: in again. */
export type MoveKind = 'left' | 'withdrawn' | 'moved' | 'back';

/** One coming or going of somebody in a cohort; their latest says how it stands. Only ever added. */
@Entity('moves')
@Index(['enrolmentId', 'at'])
export class Move {
  @Id() id: string;
  @Reference('enrolments', { onDelete: 'CASCADE' }) enrolmentId: string;
  @Column({ type: 'varchar', length: 10 }) kind: MoveKind;
  /** Of one who was moved: where they went on. */
  @Index() @Reference('enrolments', { onDelete: 'SET NULL', nullable: true }) toEnrolmentId: string | null;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) byId: string | null;
  @Timestamp() at: Date;
}

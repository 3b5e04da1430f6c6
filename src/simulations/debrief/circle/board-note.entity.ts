import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../../database/columns';
import type { NoteKind } from './board';

/** A note on the board of a table: everybody there and its team read it, nobody is told who wrote it. */
@Entity('board_notes')
export class BoardNote {
  @Id() id: string;
  @Index() @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 5 }) kind: NoteKind;
  @Column({ type: 'text' }) text: string;
  @Timestamp() writtenAt: Date;
}

import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../../database/columns';
import type { PeerAnswers } from './peers';

/** What somebody writes to those who sat in another seat. They read it without a name; the team reads it only when they report it. */
@Entity('peer_notes')
@Unique(['tableId', 'authorId', 'role'])
export class PeerNote {
  @Id() id: string;
  @Reference('simulation_tables', { onDelete: 'CASCADE' }) tableId: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) authorId: string;
  /** The seat that it is for. */
  @Column({ type: 'varchar', length: 64 }) role: string;
  @Json() answers: PeerAnswers;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Timestamp() writtenAt: Date;
  /** When somebody in that seat showed it to the team. */
  @Timestamp({ nullable: true }) reportedAt: Date | null;
}

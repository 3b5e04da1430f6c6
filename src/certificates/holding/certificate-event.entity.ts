import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** What can happen to a certificate once it is there. Nobody is watched: looking at one, checking or downloading it is no event. */
export const EVENTS = ['issued', 'replaced', 'renewed', 'withdrawn', 'hidden', 'shown', 'told', 'erased'] as const;
export type EventKind = (typeof EVENTS)[number];

/** One line of a certificate's history; only ever added. */
@Entity('certificate_events')
@Index(['certificateId', 'at'])
export class CertificateEvent {
  @Id() id: string;
  @Reference('certificates', { onDelete: 'CASCADE' }) certificateId: string;
  @Column({ type: 'varchar', length: 12 }) kind: EventKind;
  @Timestamp() at: Date;
  /** Null where the site did it by itself, and once whoever did it was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) actorId: string | null;
  /** Why: of a withdrawal its reason, of a replacement what its holder said. */
  @Column({ type: 'varchar', length: 12, nullable: true }) category: string | null;
  /** For those who lead the chapter. */
  @Column({ type: 'text', nullable: true }) note: string | null;
}

import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** By which name another site, which vouches for people, knows a person. */
@Entity('linked_identities')
@Unique(['issuer', 'subject'])
export class LinkedIdentity {
  @Id() id: string;
  @Index() @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Column({ type: 'varchar', length: 200 }) issuer: string;
  @Column({ type: 'varchar', length: 255 }) subject: string;
  @Timestamp() createdAt: Date;
  /** Since when it opens the account no more; the row stays, so that signing in there does not link it anew. */
  @Timestamp({ nullable: true }) unlinkedAt: Date | null;
}

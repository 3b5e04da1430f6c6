import { Column, Entity } from 'typeorm';
import { Timestamp } from '../../database/columns';

/** A list that says of 131,072 places whether the certificate there was revoked; published as it is signed. */
@Entity('status_lists')
export class StatusList {
  /** Its number. */
  @Column({ type: 'varchar', length: 36, primary: true }) id: string;
  @Column({ type: 'varchar', length: 300 }) did: string;
  /** Half of its places are taken: it gets no more, so that places stay hard to guess. */
  @Column({ type: 'boolean', default: false }) full: boolean;
  /** Moves on with every change of a bit, not when it is signed anew. */
  @Column({ type: 'integer', default: 1 }) version: number;
  /** The signed list; its bits are the truth. */
  @Column({ type: 'text' }) credential: string;
  @Timestamp() signedAt: Date;
}

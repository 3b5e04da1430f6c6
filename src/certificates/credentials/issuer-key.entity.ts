import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Timestamp } from '../../database/columns';
import type { KeyKind } from './key-forms';

/** `retired`: signs no more, and what it signed is good. `compromised`: nothing that it signed is believed. */
export type KeyState = 'active' | 'retired' | 'compromised';

/** A key with which this site signs certificates. What it signed outlives it, so its public half is kept for ever. */
@Entity('issuer_keys')
@Unique(['did', 'name'])
@Index(['did', 'kind'], { unique: true, where: `"state" = 'active'` })
export class IssuerKey {
  @Id() id: string;
  /** Who signs with it: the site under the host that it had when the key was made. */
  @Column({ type: 'varchar', length: 300 }) did: string;
  /** As the DID document calls it, such as `key-2027-1`. */
  @Column({ type: 'varchar', length: 40 }) name: string;
  @Column({ type: 'varchar', length: 10 }) kind: KeyKind;
  @Column({ type: 'varchar', length: 12 }) state: KeyState;
  /** A Multikey (Ed25519), or the text of a JWK (P-256). */
  @Column({ type: 'varchar', length: 300 }) publicKey: string;
  /** Sealed; null from the moment on at which it signs no more. */
  @Column({ type: 'text', nullable: true }) privateKey: string | null;
  @Timestamp() createdAt: Date;
  @Timestamp({ nullable: true }) endedAt: Date | null;
}

import { Column, Entity, Unique } from 'typeorm';
import { Id, Timestamp } from '../database/columns';
import type { PackageKind } from './package';

/** What publishing a package makes: one canonical document under one hash, never changed. Cohorts and attempts are pinned to it. */
@Entity('content_versions')
@Unique(['kind', 'slug', 'number'])
export class ContentVersion {
  @Id() id: string;
  @Column({ type: 'varchar', length: 20 }) kind: PackageKind;
  @Column({ type: 'varchar', length: 80 }) slug: string;
  @Column({ type: 'integer' }) number: number;
  /** SHA-256 of the document's canonical JSON. */
  @Column({ type: 'varchar', length: 64 }) hash: string;
  /** Canonical JSON, kept as text because its very bytes are what the hash is of. */
  @Column({ type: 'text' }) document: string;
  @Timestamp() publishedAt: Date;
}

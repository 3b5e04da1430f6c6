import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Timestamp } from '../database/columns';
import type { Language } from '../kernel/language';
import type { PackageKind } from './package';
import type { Translation } from './translation';

/** A package's words in another language, laid over every version by key and by the hash of the text they translate. */
@Entity('content_translations')
@Unique(['kind', 'slug', 'language'])
export class ContentTranslation {
  @Id() id: string;
  @Column({ type: 'varchar', length: 20 }) kind: PackageKind;
  @Column({ type: 'varchar', length: 80 }) slug: string;
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Json() texts: Translation;
  @Timestamp() updatedAt: Date;
}

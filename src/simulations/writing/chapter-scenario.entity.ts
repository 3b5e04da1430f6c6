import { Column, Entity, Index } from 'typeorm';
import type { ScenarioStructure } from '../../content/scenario';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';

/** A role-play that a chapter's team writes. What cohorts play are its published versions; this is what it will be next, and may have gaps. */
@Entity('chapter_scenarios')
export class ChapterScenario {
  @Id() id: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  /** Its name in addresses and among published scenarios, `s-…`. */
  @Column({ type: 'varchar', length: 40, unique: true }) slug: string;
  /** The language in which it is written; it never changes. */
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Json() structure: ScenarioStructure;
  /** Its words by key, as in a package. */
  @Json() texts: Record<string, string>;
  @Column({ type: 'integer', default: 1 }) version: number;
  @Reference('content_versions', { onDelete: 'RESTRICT', nullable: true }) publishedVersionId: string | null;
  /** Its `version` after it was published last, and when that was. */
  @Column({ type: 'integer', nullable: true }) publishedEdition: number | null;
  @Timestamp({ nullable: true }) publishedAt: Date | null;
  /** Since when other chapters may copy what is published; null while it is the chapter's alone. */
  @Timestamp({ nullable: true }) sharedAt: Date | null;
  @Timestamp() createdAt: Date;
  @Timestamp() updatedAt: Date;
  @Timestamp({ nullable: true }) archivedAt: Date | null;
}

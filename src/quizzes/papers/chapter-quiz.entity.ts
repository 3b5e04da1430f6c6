import { Column, Entity, Index } from 'typeorm';
import type { QuizSettings } from '../../content/quiz-settings';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';
import type { Draw, PaperItem, PaperTexts } from './paper';

/** A quiz that a chapter's team puts together from the bank. What is set for cohorts are its published versions; this is what it will be next. */
@Entity('chapter_quizzes')
export class ChapterQuiz {
  @Id() id: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  /** Its name in addresses and among published quizzes, `c-…`. */
  @Column({ type: 'varchar', length: 40, unique: true }) slug: string;
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Json() texts: PaperTexts;
  @Json() settings: Partial<QuizSettings>;
  @Column({ type: 'integer' }) passMark: number;
  @Column({ type: 'integer', nullable: true }) minutes: number | null;
  @Json() items: PaperItem[];
  @Json() draws: Draw[];
  @Column({ type: 'integer', default: 1 }) version: number;
  @Reference('content_versions', { onDelete: 'RESTRICT', nullable: true }) publishedVersionId: string | null;
  /** Its `version` after it was published last, and when that was. */
  @Column({ type: 'integer', nullable: true }) publishedEdition: number | null;
  @Timestamp({ nullable: true }) publishedAt: Date | null;
  @Timestamp() createdAt: Date;
  @Timestamp() updatedAt: Date;
  @Timestamp({ nullable: true }) archivedAt: Date | null;
}

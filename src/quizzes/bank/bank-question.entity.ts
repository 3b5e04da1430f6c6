import { Column, Entity, Index, Unique } from 'typeorm';
import type { QuestionStructure } from '../../content/question-structures';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Language } from '../../kernel/language';
import type { Written } from '../questions/written';
import type { Bound } from './bound';

/** A question that is kept for several quizzes: a chapter's own, or one of those that stewards keep for everybody. */
@Entity('bank_questions')
@Unique(['chapterId', 'externalId'])
@Index(['chapterId', 'updatedAt'])
export class BankQuestion {
  @Id() id: string;
  /** Null for those that all chapters share. */
  @Reference('chapters', { onDelete: 'CASCADE', nullable: true }) chapterId: string | null;
  /** The original's. */
  @Column({ type: 'varchar', length: 2 }) language: Language;
  @Column({ type: 'text' }) name: string;
  /** What a file calls it. */
  @Column({ type: 'varchar', length: 200, nullable: true }) externalId: string | null;
  @Column({ type: 'varchar', length: 20 }) type: QuestionStructure['type'];
  @Json() structure: QuestionStructure;
  @Json() texts: Written['texts'];
  /** For each translated text, the hash of the original that it translates. */
  @Json() bound: Bound;
  @Json() tags: string[];
  /** The tags as they are compared, one a line, with a line's end before the first and behind the last. */
  @Column({ type: 'text' }) tagLines: string;
  @Column({ type: 'text' }) category: string;
  /** The original's stem as it is compared, and all words as they are searched. */
  @Column({ type: 'text' }) stem: string;
  @Column({ type: 'text' }) searchable: string;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) createdBy: string | null;
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) updatedBy: string | null;
  @Timestamp() createdAt: Date;
  @Timestamp() updatedAt: Date;
  /** Out of the way of lists and new quizzes; where it is used it stays. */
  @Timestamp({ nullable: true }) archivedAt: Date | null;
  @Column({ type: 'integer', default: 1 }) version: number;
}

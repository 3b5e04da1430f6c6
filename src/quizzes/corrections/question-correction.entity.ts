import { Column, Entity, Index } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Question } from '../questions/question';
import type { Policy } from './corrections';

/** A key that was corrected after people had answered: a fact that is laid over a question, whose version never changes. */
@Entity('question_corrections')
@Index(['quizSlug', 'chapterId'])
export class QuestionCorrection {
  @Id() id: string;
  @Column({ type: 'varchar', length: 80 }) quizSlug: string;
  @Column({ type: 'varchar', length: 64 }) questionHash: string;
  /** For whom it holds: the people of a chapter, or null for everybody. */
  @Index() @Reference('chapters', { onDelete: 'CASCADE', nullable: true }) chapterId: string | null;
  /** The question with its new key. */
  @Json() structure: Question;
  /** Words that the new key needs and the version does not have, relative to the question: answers that are accepted, too. */
  @Json() texts: Record<string, string>;
  @Column({ type: 'varchar', length: 10 }) policy: Policy;
  @Column({ type: 'text' }) reason: string;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) byId: string | null;
  @Timestamp() at: Date;
  /** When all attempts before it were looked at; null while they are. */
  @Timestamp({ nullable: true }) regradedAt: Date | null;
}

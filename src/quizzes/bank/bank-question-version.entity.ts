import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Written } from '../questions/written';
import type { Bound } from './bound';

/** What was done to a question when this version of it came about. */
export const BANK_ACTS = ['written', 'taken', 'copied', 'changed', 'translated', 'sorted', 'archived', 'returned', 'restored'] as const;
export type BankAct = (typeof BANK_ACTS)[number];

/** A bank question as it was from one change to the next; never changed. */
@Entity('bank_question_versions')
@Unique(['questionId', 'number'])
export class BankQuestionVersion {
  @Id() id: string;
  @Reference('bank_questions', { onDelete: 'CASCADE' }) questionId: string;
  /** The version of the question that it is. */
  @Column({ type: 'integer' }) number: number;
  @Column({ type: 'varchar', length: 20 }) act: BankAct;
  @Json() written: Written;
  @Json() bound: Bound;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) personId: string | null;
  @Timestamp() at: Date;
}

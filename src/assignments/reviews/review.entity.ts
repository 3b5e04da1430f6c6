import { Column, Entity, Index } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';
import type { Levels } from '../marking';

export const VERDICTS = ['accepted', 'revise'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What somebody says about one version of a work: somebody of the team with a verdict, or a peer, whose levels count with others'. */
@Entity('reviews')
@Index(['workId', 'number'])
export class Review {
  @Id() id: string;
  @Reference('works', { onDelete: 'CASCADE' }) workId: string;
  /** The version of the work that it is about. */
  @Column({ type: 'integer' }) number: number;
  /** Null for somebody who was erased. */
  @Index() @Reference('people', { onDelete: 'SET NULL', nullable: true }) reviewerId: string | null;
  @Column({ type: 'boolean' }) peer: boolean;
  @Json() levels: Levels;
  @Column({ type: 'text' }) comment: string;
  /** Of the team; a peer gives none. */
  @Column({ type: 'varchar', length: 10, nullable: true }) verdict: Verdict | null;
  /** When a peer was given the work, and when the review was given; null while it is being written. */
  @Timestamp() takenAt: Date;
  @Timestamp({ nullable: true }) givenAt: Date | null;
}

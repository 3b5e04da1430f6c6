import { Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** A lead who wants no weekly letter about a chapter. */
@Entity('digest_stops')
@Unique(['personId', 'chapterId'])
export class DigestStop {
  @Id() id: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  @Timestamp() stoppedAt: Date;
}

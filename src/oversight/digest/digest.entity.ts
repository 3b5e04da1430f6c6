import { Column, Entity, Index, Unique } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';

/** The letter about one week that one lead got about one chapter: the row is there before the letter, so that there is one letter only. */
@Entity('digests')
@Unique(['personId', 'chapterId', 'week'])
export class Digest {
  @Id() id: string;
  @Reference('people', { onDelete: 'CASCADE' }) personId: string;
  @Index() @Reference('chapters', { onDelete: 'CASCADE' }) chapterId: string;
  /** Its Monday, `YYYY-MM-DD` in the chapter's zone. */
  @Column({ type: 'varchar', length: 10 }) week: string;
  @Timestamp() sentAt: Date;
}

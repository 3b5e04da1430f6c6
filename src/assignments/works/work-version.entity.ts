import { Column, Entity, Unique } from 'typeorm';
import { Id, Json, Reference, Timestamp } from '../../database/columns';

/** A work as it was handed in; it never changes. */
@Entity('work_versions')
@Unique(['workId', 'number'])
export class WorkVersion {
  @Id() id: string;
  @Reference('works', { onDelete: 'CASCADE' }) workId: string;
  /** Counted from 1. */
  @Column({ type: 'integer' }) number: number;
  @Column({ type: 'text' }) text: string;
  @Json() links: string[];
  @Timestamp() handedInAt: Date;
}

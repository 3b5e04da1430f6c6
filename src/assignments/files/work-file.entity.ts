import { Column, Entity, Index } from 'typeorm';
import { Id, Reference, Timestamp } from '../../database/columns';
import type { Format } from './file-kinds';

/** A file of a work. It belongs to the versions from `since` to `until`; without `until` also to what is being written. */
@Entity('work_files')
export class WorkFile {
  @Id() id: string;
  @Index() @Reference('works', { onDelete: 'CASCADE' }) workId: string;
  @Column({ type: 'varchar', length: 200 }) name: string;
  @Column({ type: 'varchar', length: 10 }) format: Format;
  /** In bytes. */
  @Column({ type: 'integer' }) size: number;
  @Column({ type: 'integer' }) since: number;
  @Column({ type: 'integer', nullable: true }) until: number | null;
  @Timestamp() addedAt: Date;
}

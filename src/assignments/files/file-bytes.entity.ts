import { Entity } from 'typeorm';
import { Bytes, Reference } from '../../database/columns';

/** The bytes of a file, apart from what lists look at. They lie in the database, so that a backup is one file and an erasure one act. */
@Entity('work_file_bytes')
export class FileBytes {
  @Reference('work_files', { onDelete: 'CASCADE', primary: true }) fileId: string;
  @Bytes() bytes: Buffer;
}

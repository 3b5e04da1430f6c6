import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import type { FormError } from '../../web/forms/form.pipe';
import type { Assignment } from '../assignment';
import type { Work } from '../works/work.entity';
import { LARGEST_FILE, MOST_OF_CHAPTER, MOST_OF_PERSON } from './body';
import { fileName } from './file-name';
import { type Format, FORMATS, formatNames, formatOf } from './file-kinds';
import { FileBytes } from './file-bytes.entity';
import { FileQueries } from './files.queries';
import { Pictures } from './pictures.service';
import { WorkFile } from './work-file.entity';

/** A file that was looked through and may be kept. */
export interface Brought {
  name: string;
  format: Format;
  bytes: Buffer;
}

/** The files of works: looked through when they come, kept in the database, taken out with their work. */
@Injectable()
export class Files {
  constructor(
    private readonly database: Database,
    private readonly queries: FileQueries,
    private readonly pictures: Pictures,
  ) {}

  /** Whether a file may be kept, and what is kept of it. A picture is drawn anew. */
  async look(bytes: Uint8Array | null, name: string, { kinds }: Assignment): Promise<Brought | FormError> {
    const wrong = (key: string, details: FormError['details'] = {}): FormError => ({ field: 'file', key, details });
    if (!bytes) return wrong('assignments.error.file-empty', { name });
    if (bytes.length > LARGEST_FILE) return wrong('assignments.error.file-large', { most: LARGEST_FILE / 1024 / 1024 });
    const format = formatOf(bytes, name);
    if (!format || !kinds.includes(FORMATS[format].kind)) {
      return wrong('assignments.error.file-kind', { formats: formatNames(kinds) });
    }
    if (FORMATS[format].kind !== 'picture') return { name: fileName(name, format), format, bytes: Buffer.from(bytes) };
    const drawn = await this.pictures.drawnAnew(bytes, format);
    return drawn ? { name: fileName(name, drawn.format), ...drawn } : wrong('assignments.error.file-picture');
  }

  /** Of a work, in the order in which they came, with those of earlier versions. */
  of(workId: string): Promise<WorkFile[]> {
    return this.database.read(WorkFile).find({ where: { workId }, order: { addedAt: 'ASC', id: 'ASC' } });
  }

  /** Adds a file to what is being written. Refuses more than the assignment allows, and more than a person or chapter may keep. */
  async add(write: Writer, work: Work, { chapter, personId }: Study, assignment: Assignment, file: Brought, now: Date): Promise<void> {
    const here = (await this.of(work.id)).filter(({ until }) => until === null);
    if (here.length >= assignment.files) throw new Refusal('assignments.refusal.files', { max: assignment.files });
    const size = file.bytes.length;
    if ((await this.queries.ofPerson(personId)) + size > MOST_OF_PERSON)
      throw new Refusal('assignments.refusal.own-room', { most: MOST_OF_PERSON / 1024 / 1024 });
    if ((await this.queries.ofChapter(chapter.id)) + size > MOST_OF_CHAPTER) throw new Refusal('assignments.refusal.chapter-room');
    const id = newId();
    const { name, format, bytes } = file;
    await write.insert(WorkFile, { id, workId: work.id, name, format, size, since: work.number + 1, until: null, addedAt: now });
    await write.insert(FileBytes, { fileId: id, bytes });
  }

  /** Takes a file out of what is being written; versions that were handed in keep it. One that is gone already is gone. */
  async remove(write: Writer, work: Work, id: string): Promise<void> {
    const file = await this.database.read(WorkFile).findOneBy({ id, workId: work.id });
    if (!file || file.until !== null) return;
    if (file.since > work.number) await write.remove(WorkFile, { id });
    else await write.update(WorkFile, { id }, { until: work.number });
  }

  /** The bytes of a file of this work; null when it has none of that id. */
  async bytesOf(workId: string, id: string): Promise<{ file: WorkFile; bytes: Buffer } | null> {
    const file = await this.database.read(WorkFile).findOneBy({ id, workId });
    const kept = file && (await this.database.read(FileBytes).findOneBy({ fileId: id }));
    return file && kept ? { file, bytes: kept.bytes } : null;
  }
}

/** Whether a file belongs to a version. */
export const isOf =
  (number: number) =>
  (file: WorkFile): boolean =>
    file.since <= number && (file.until === null || number <= file.until);

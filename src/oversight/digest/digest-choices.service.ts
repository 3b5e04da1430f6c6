import { Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { DigestStop } from './digest-stop.entity';

/** Who wants the weekly letter: every lead, until they say no. */
@Injectable()
export class DigestChoices {
  constructor(
    private readonly database: Database,
    private readonly chapters: Chapters,
  ) {}

  /** Whether a lead gets the letter about a chapter; null for whoever does not lead it. */
  async of(personId: string, chapterId: string): Promise<boolean | null> {
    const own = (await this.chapters.rolesOf(personId)).find(({ chapter }) => chapter.id === chapterId);
    if (!own?.roles.includes('lead')) return null;
    return !(await this.database.read(DigestStop).existsBy({ personId, chapterId }));
  }

  async choose(write: Writer, whose: { personId: string; chapterId: string }, wanted: boolean, now: Date): Promise<void> {
    if (wanted) await write.remove(DigestStop, whose);
    else await write.insertOnce(DigestStop, { id: newId(), ...whose, stoppedAt: now });
  }
}

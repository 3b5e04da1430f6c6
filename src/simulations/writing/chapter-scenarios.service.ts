import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Conflict } from '../../database/conflict';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { ChapterScenario } from './chapter-scenario.entity';
import type { Draft, Edited } from './draft';

/** Of a whole draft; those of the library have a sixth of it. Whatever checks one reads all of it. */
const MOST_LETTERS = 600_000;

/** The role-plays that chapters write. */
@Injectable()
export class ChapterScenarios {
  constructor(private readonly database: Database) {}

  /** The newest first; what was put away last. */
  async of(chapterId: string): Promise<ChapterScenario[]> {
    const all = await this.database.read(ChapterScenario).find({ where: { chapterId }, order: { createdAt: 'DESC', id: 'DESC' } });
    return [...all.filter(({ archivedAt }) => !archivedAt), ...all.filter(({ archivedAt }) => archivedAt)];
  }

  /** What cohorts can play, the newest first: without drafts, however large these are. */
  async published(chapterId: string): Promise<{ slug: string; publishedVersionId: string }[]> {
    const rows = await this.database.read(ChapterScenario).find({
      where: { chapterId, archivedAt: IsNull(), publishedVersionId: Not(IsNull()) },
      order: { createdAt: 'DESC', id: 'DESC' },
      select: { id: true, slug: true, publishedVersionId: true },
    });
    return rows.map(({ slug, publishedVersionId }) => ({ slug, publishedVersionId: publishedVersionId! }));
  }

  bySlug(chapterId: string, slug: string): Promise<ChapterScenario | null> {
    return this.database.read(ChapterScenario).findOneBy({ chapterId, slug });
  }

  /** A new draft, which begins with what is given; returns its slug. */
  async create(write: Writer, chapterId: string, begun: Omit<Draft, 'slug'>, now: Date): Promise<string> {
    const id = newId();
    const slug = `s-${id.slice(24)}`;
    const { language, structure, texts } = begun;
    const unpublished = { publishedVersionId: null, publishedEdition: null, publishedAt: null, sharedAt: null, archivedAt: null };
    const row = { id, chapterId, slug, language, structure, texts: { ...texts }, createdAt: now, updatedAt: now };
    await write.insert(ChapterScenario, { ...row, ...unpublished });
    return slug;
  }

  /**
   * Changes the draft as somebody saw it: `edit` is given it as it stands and says what becomes of it, or refuses.
   * A `Conflict` when somebody else was quicker; whatever `edit` says is then not looked at.
   */
  async change(write: Writer, at: { id: string; version: number }, edit: (draft: ChapterScenario) => Edited, now: Date): Promise<void> {
    await write.lock(ChapterScenario, at.id);
    const scenario = await this.database.read(ChapterScenario).findOneByOrFail({ id: at.id });
    if (scenario.version !== at.version) throw new Conflict('ChapterScenario', at.id);
    const { structure, texts } = edit(scenario);
    if (JSON.stringify({ structure, texts }).length > MOST_LETTERS) throw new Refusal('scenarios.refusal.too-long');
    await write.changeAt(ChapterScenario, at, { structure, texts: { ...texts }, updatedAt: now });
  }
}

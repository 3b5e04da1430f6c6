import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Chapter } from '../../chapters/chapter.entity';
import { Content } from '../../content/content.service';
import { ContentVersion } from '../../content/content-version.entity';
import type { PackageDocument } from '../../content/package';
import type { ScenarioStructure } from '../../content/scenario';
import { Database } from '../../database/database.service';
import { ChapterScenario } from './chapter-scenario.entity';

/** A published role-play that a chapter may begin a copy of. */
export interface Original {
  document: PackageDocument;
  /** Whose it is: another chapter's by its name, the chapter's own, or the library's. */
  from: { kind: 'own' | 'library' } | { kind: 'shared'; chapter: string };
}

const ORDER = ['own', 'shared', 'library'];

/** What chapters may copy: their own, what others share, and the library. */
@Injectable()
export class Originals {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
  ) {}

  /** The chapter's own first. */
  async of(chapterId: string): Promise<Original[]> {
    const library = (await this.library()).map((document): Original => ({ document, from: { kind: 'library' } }));
    return [...(await this.written(chapterId)), ...library].sort((a, b) => ORDER.indexOf(a.from.kind) - ORDER.indexOf(b.from.kind));
  }

  /** One of them; null where there is none, or it is not for this chapter. */
  async one(chapterId: string, slug: string): Promise<PackageDocument | null> {
    if (isOwnSlug(slug)) return (await this.written(chapterId, slug))[0]?.document ?? null;
    const latest = await this.content.latest({ kind: 'scenario', slug });
    return latest && this.content.document(latest.id);
  }

  /** By their slugs. What chapters write is not read for it, however much that is. */
  private async library(): Promise<PackageDocument[]> {
    const order = { slug: 'ASC', number: 'ASC' } as const;
    const versions = await this.database
      .read(ContentVersion)
      .find({ where: { kind: 'scenario' }, order, select: { id: true, slug: true } });
    const newest = new Map(versions.filter(({ slug }) => !isOwnSlug(slug)).map(({ slug, id }) => [slug, id]));
    return Promise.all([...newest.values()].map((id) => this.content.document(id)));
  }

  private async written(chapterId: string, slug?: string): Promise<Original[]> {
    const published = { publishedVersionId: Not(IsNull()), archivedAt: IsNull(), ...(slug === undefined ? {} : { slug }) };
    const rows = await this.database.read(ChapterScenario).find({
      where: [
        { ...published, chapterId },
        { ...published, chapterId: Not(chapterId), sharedAt: Not(IsNull()) },
      ],
      order: { publishedAt: 'DESC', id: 'DESC' },
      select: { id: true, chapterId: true, publishedVersionId: true },
      take: MOST_WRITTEN,
    });
    const others = [...new Set(rows.map((row) => row.chapterId).filter((id) => id !== chapterId))];
    const chapters = others.length ? await this.database.read(Chapter).findBy({ id: In(others) }) : [];
    const names = new Map(chapters.map(({ id, name }) => [id, name]));
    return Promise.all(
      rows.map(async (row): Promise<Original> => {
        const document = await this.content.document(row.publishedVersionId!);
        const name = names.get(row.chapterId);
        return { document, from: name === undefined ? { kind: 'own' } : { kind: 'shared', chapter: name } };
      }),
    );
  }
}

/** The newest of them: who looks for an older one finds it in its chapter. */
const MOST_WRITTEN = 100;

/** Slugs of what chapters write begin so; `ChapterScenarios.create` makes them. */
const isOwnSlug = (slug: string) => /^s-[0-9a-f]{12}$/.test(slug);

/** What a copy begins with. Its licence asks to name those who wrote it; the chapter that goes on stands after them. */
export function copyOf({ structure, texts }: PackageDocument, title: string, chapter: string) {
  const original = structure as ScenarioStructure;
  const authors = [...new Set([...original.authors, chapter])].slice(0, 50);
  return { structure: { ...structuredClone(original), status: 'draft' as const, authors }, texts: { ...texts, title } };
}

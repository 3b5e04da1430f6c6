import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import type { Language } from '../kernel/language';
import { NotFound } from '../kernel/not-found';
import { canonical } from './canonical';
import { ContentTranslation } from './content-translation.entity';
import { ContentVersion } from './content-version.entity';
import { documentHash } from './hash';
import type { PackageDocument, PackageKind, Reference } from './package';
import { merge, overlay, type Translation, type Words } from './translation';

const REMEMBERED_VERSIONS = 300;
const TRANSLATION_MEMORY_MS = 5_000; // how soon a corrected translation shows in another process

/** Which version of each package somebody studies: from `<kind>:<slug>` to the version's id. */
export type Pins = Readonly<Record<string, string>>;

export const pinName = ({ kind, slug }: Reference): string => `${kind}:${slug}`;

/** Published packages: immutable versions, and the translations laid over them. */
@Injectable()
export class Content {
  private readonly versions = new Map<string, PackageDocument>();
  private readonly translations = new Map<string, { texts: Translation | null; until: number }>();
  private readonly words = new Map<string, { words: Words; of: Translation | null }>();

  constructor(private readonly database: Database) {}

  /** Publishes a document as the package's next version; the same document twice is one version. */
  async publish(write: Writer, document: PackageDocument, now: Date): Promise<string> {
    const hash = documentHash(document);
    const { kind, slug } = document;
    const latest = await this.latest({ kind, slug });
    if (latest?.hash === hash) return latest.id;
    const id = newId();
    await write.insert(ContentVersion, {
      id,
      kind,
      slug,
      number: (latest?.number ?? 0) + 1,
      hash,
      document: canonical(document),
      publishedAt: now,
    });
    return id;
  }

  /** Takes in translated texts; what did not change stays bound to the original it was made from. */
  async translate(write: Writer, document: PackageDocument, language: Language, texts: Record<string, string>, now: Date): Promise<void> {
    const key = { kind: document.kind, slug: document.slug, language };
    const before = await this.database.read(ContentTranslation).findOneBy(key);
    const merged = merge(before?.texts ?? null, texts, document.texts);
    if (before && canonical(before.texts) === canonical(merged)) return;
    await write.upsert(ContentTranslation, { id: before?.id ?? newId(), ...key, texts: merged, updatedAt: now }, [
      'kind',
      'slug',
      'language',
    ]);
    write.afterCommit(() => this.translations.delete(translationName(key)));
  }

  latest({ kind, slug }: Reference): Promise<ContentVersion | null> {
    return this.database.read(ContentVersion).findOne({ where: { kind, slug }, order: { number: 'DESC' } });
  }

  /** The newest version of every package of a kind. */
  async all(kind: PackageKind): Promise<{ id: string; document: PackageDocument }[]> {
    const rows = await this.database
      .read(ContentVersion)
      .find({ where: { kind }, order: { slug: 'ASC', number: 'ASC' }, select: { id: true, slug: true } });
    const newest = [...new Map(rows.map(({ slug, id }) => [slug, id])).values()];
    return Promise.all(newest.map(async (id) => ({ id, document: await this.document(id) })));
  }

  /** A version's document. Versions never change, so it is kept at hand. */
  async document(versionId: string): Promise<PackageDocument> {
    const known = this.versions.get(versionId);
    if (known) return known;
    const row = await this.database.read(ContentVersion).findOneBy({ id: versionId });
    if (!row) throw new NotFound();
    const document = JSON.parse(row.document) as PackageDocument;
    if (this.versions.size >= REMEMBERED_VERSIONS) this.versions.clear();
    this.versions.set(versionId, document);
    return document;
  }

  /** The words of a version in a language; texts that lack a fresh translation come in their original language and say so. */
  async wordsOf(versionId: string, language: Language): Promise<Words> {
    const document = await this.document(versionId);
    const translation =
      language === document.language ? null : await this.translation({ kind: document.kind, slug: document.slug, language });
    const name = `${versionId} ${language}`;
    const known = this.words.get(name);
    if (known && known.of === translation) return known.words;
    const words = overlay(document, translation, language);
    if (this.words.size >= REMEMBERED_VERSIONS) this.words.clear();
    this.words.set(name, { words, of: translation });
    return words;
  }

  /** The languages in which a package can be read, its original first. */
  async languagesOf(document: PackageDocument): Promise<Language[]> {
    const rows = await this.database
      .read(ContentTranslation)
      .find({ where: { kind: document.kind, slug: document.slug }, select: { id: true, language: true } });
    return [document.language, ...rows.map(({ language }) => language)];
  }

  /** Everything that was ever translated of a package, in all languages. */
  async translationsOf({ kind, slug }: Reference): Promise<Translation[]> {
    const rows = await this.database.read(ContentTranslation).find({ where: { kind, slug } });
    return rows.map(({ texts }) => texts);
  }

  /** The newest versions of a package and of everything it refers to, all the way down. */
  async pin(versionId: string): Promise<Pins> {
    const pins: Record<string, string> = {};
    const follow = async (id: string): Promise<void> => {
      const document = await this.document(id);
      pins[pinName(document)] = id;
      for (const reference of document.references) {
        if (pins[pinName(reference)]) continue;
        const latest = await this.latest(reference);
        if (!latest) throw new Error(`${pinName(document)} refers to ${pinName(reference)}, which is not published`);
        await follow(latest.id);
      }
    };
    await follow(versionId);
    return pins;
  }

  private async translation(key: Reference & { language: Language }): Promise<Translation | null> {
    const name = translationName(key);
    const known = this.translations.get(name);
    if (known && known.until > Date.now()) return known.texts;
    const row = await this.database.read(ContentTranslation).findOneBy({ kind: key.kind, slug: key.slug, language: key.language });
    const texts = row && known && canonical(known.texts) === canonical(row.texts) ? known.texts : (row?.texts ?? null);
    this.translations.set(name, { texts, until: Date.now() + TRANSLATION_MEMORY_MS });
    return texts;
  }
}

const translationName = ({ kind, slug, language }: Reference & { language: Language }) => `${kind}:${slug}:${language}`;

import { Injectable } from '@nestjs/common';
import { Chapters } from '../chapters/chapters.service';
import type { Writer } from '../database/writer';
import { ChapterScenarios } from '../simulations/writing/chapter-scenarios.service';
import { copyOf, Originals } from '../simulations/writing/originals.service';
import { Publications } from '../simulations/writing/publications.service';
import { daysAgo } from './demo-trainees.seeder';
import type { DemoWorld } from './demo-world';

type Wanted = NonNullable<DemoWorld['chapters'][number]['scenarios']>[number];

/** The role-plays that the demo's chapters write: copies from the library with other words, published or still with gaps. */
@Injectable()
export class DemoScenarios {
  constructor(
    private readonly chapters: Chapters,
    private readonly originals: Originals,
    private readonly scenarios: ChapterScenarios,
    private readonly publications: Publications,
  ) {}

  async write(write: Writer, chapterId: string, wanted: readonly Wanted[], by: string, now: Date): Promise<void> {
    for (const one of wanted) await this.one(write, chapterId, one, by, daysAgo(now, 2));
  }

  private async one(write: Writer, chapterId: string, { copy, words, lacks = [], shared }: Wanted, by: string, at: Date): Promise<void> {
    const [chapter, original] = [(await this.chapters.byId(chapterId))!, (await this.originals.one(chapterId, copy))!];
    const { structure, texts } = copyOf(original, '', chapter.name);
    const kept = Object.entries({ ...texts, ...words }).filter(([key]) => !lacks.includes(key));
    const begun = { language: original.language, structure, texts: Object.fromEntries(kept) };
    const slug = await this.scenarios.create(write, chapterId, begun, at);
    if (!shared) return;
    const seen = async () => (await this.scenarios.bySlug(chapterId, slug))!;
    await this.publications.publish(write, await seen(), by, at);
    await this.publications.share(write, await seen(), at, by, at);
  }
}

import type { Chapter } from '../../../src/chapters/chapter.entity';
import { Content } from '../../../src/content/content.service';
import type { ChapterScenario } from '../../../src/simulations/writing/chapter-scenario.entity';
import { ChapterScenarios } from '../../../src/simulations/writing/chapter-scenarios.service';
import type { Draft, Edited } from '../../../src/simulations/writing/draft';
import { copyOf } from '../../../src/simulations/writing/originals.service';
import { Publications } from '../../../src/simulations/writing/publications.service';
import type { World } from '../../support/world';

/** Role-plays of chapters, written without the pages. */
export class Written {
  constructor(private readonly world: World) {}

  private get scenarios(): ChapterScenarios {
    return this.world.app.get(ChapterScenarios, { strict: false });
  }

  private get publications(): Publications {
    return this.world.app.get(Publications, { strict: false });
  }

  private get now(): Date {
    return this.world.clock.now();
  }

  /** A copy of the exchange game, as it is or with something changed; returns its slug. */
  async copied(chapter: Chapter, title: string, changed: (draft: Edited) => Edited = (draft) => draft): Promise<string> {
    const content = this.world.app.get(Content, { strict: false });
    const latest = (await content.latest({ kind: 'scenario', slug: 'exchange-point-peering' }))!;
    const original = await content.document(latest.id);
    const begun = { language: original.language, ...changed(copyOf(original, title, chapter.name)) };
    return this.world.database.write((write) => this.scenarios.create(write, chapter.id, begun, this.now));
  }

  async row(chapter: Chapter, slug: string): Promise<ChapterScenario> {
    return (await this.scenarios.bySlug(chapter.id, slug))!;
  }

  async publish(chapter: Chapter, slug: string): Promise<void> {
    const at = await this.row(chapter, slug);
    await this.world.database.write((write) => this.publications.publish(write, at, this.world.tomas.id, this.now));
  }

  async share(chapter: Chapter, slug: string): Promise<void> {
    const at = await this.row(chapter, slug);
    await this.world.database.write((write) => this.publications.share(write, at, this.now, this.world.tomas.id, this.now));
  }

  async putAway(chapter: Chapter, slug: string): Promise<void> {
    const at = await this.row(chapter, slug);
    await this.world.database.write((write) => this.publications.putAway(write, at, this.now));
  }

  async change(chapter: Chapter, slug: string, edit: (draft: Draft) => Edited): Promise<void> {
    const at = await this.row(chapter, slug);
    await this.world.database.write((write) => this.scenarios.change(write, at, edit, this.now));
  }
}

/** Two things then stand against publishing it: nobody wrote the situation, and a name is too long for its seat. */
export function withTwoGaps({ structure, texts }: Edited): Edited {
  const left = Object.entries(texts).filter(([key]) => key !== 'setting');
  return { structure, texts: { ...Object.fromEntries(left), 'roles.university.name': 'All universities of the country' } };
}

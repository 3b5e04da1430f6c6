import { Content } from '../../../src/content/content.service';
import type { PackageDocument } from '../../../src/content/package';
import type { ScenarioStructure } from '../../../src/content/scenario';
import type { Chapter } from '../../../src/chapters/chapter.entity';
import type { ChapterScenario } from '../../../src/simulations/writing/chapter-scenario.entity';
import { ChapterScenarios } from '../../../src/simulations/writing/chapter-scenarios.service';
import type { World } from '../../support/world';

/** A role-play of the library as a chapter's own draft: its address. */
export async function draftOf(world: World, chapter: Chapter, slug = 'exchange-point-peering'): Promise<string> {
  const { language, structure, texts } = await published(world, slug);
  const begun = { language, structure: structure as ScenarioStructure, texts };
  const scenarios = world.app.get(ChapterScenarios, { strict: false });
  const own = await world.database.write((write) => scenarios.create(write, chapter.id, begun, world.clock.now()));
  return `/chapters/${chapter.slug}/scenarios/${own}`;
}

async function published({ app }: World, slug: string): Promise<PackageDocument> {
  const version = await app.get(Content, { strict: false }).latest({ kind: 'scenario', slug });
  return JSON.parse(version!.document) as PackageDocument;
}

/** The draft at an address, as it is kept. */
export async function keptAt({ app }: World, chapter: Chapter, address: string): Promise<ChapterScenario> {
  return (await app.get(ChapterScenarios, { strict: false }).bySlug(chapter.id, address.split('/')[4]!))!;
}

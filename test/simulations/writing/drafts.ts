/** Drafts of a chapter for tests. */
import type { Chapter } from '../../../src/chapters/chapter.entity';
import { Content } from '../../../src/content/content.service';
import type { PackageDocument } from '../../../src/content/package';
import type { ScenarioStructure } from '../../../src/content/scenario';
import type { ChapterScenario } from '../../../src/simulations/writing/chapter-scenario.entity';
import { ChapterScenarios } from '../../../src/simulations/writing/chapter-scenarios.service';
import type { Draft } from '../../../src/simulations/writing/draft';
import type { World } from '../../support/world';

/** One that begins as a copy of a scenario of the library, changed or not; the address of its pages, and its slug. */
export async function draftIn(
  world: World,
  chapter: Pick<Chapter, 'id' | 'slug'>,
  from = 'exchange-point-peering',
  change: (begun: Omit<Draft, 'slug'>) => Omit<Draft, 'slug'> = (begun) => begun,
): Promise<{ slug: string; address: string }> {
  const { app, database, clock } = world;
  const found = await app.get(Content, { strict: false }).latest({ kind: 'scenario', slug: from });
  const { language, structure, texts } = JSON.parse(found!.document) as PackageDocument;
  const begun = change({ language, structure: structure as ScenarioStructure, texts });
  const drafts = app.get(ChapterScenarios, { strict: false });
  const slug = await database.write((write) => drafts.create(write, chapter.id, begun, clock.now()));
  return { slug, address: `/chapters/${chapter.slug}/scenarios/${slug}` };
}

/** The draft at an address, as it is kept. */
export async function keptAt({ app }: World, chapter: Chapter, address: string): Promise<ChapterScenario> {
  return (await app.get(ChapterScenarios, { strict: false }).bySlug(chapter.id, address.split('/')[4]!))!;
}

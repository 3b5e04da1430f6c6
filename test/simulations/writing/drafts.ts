/** Drafts for tests: the village's mast, with as much of it changed as a test wants. */
import type { Chapter } from '../../../src/chapters/chapter.entity';
import { Content } from '../../../src/content/content.service';
import { compile } from '../../../src/content/folders/folder';
import type { PackageDocument } from '../../../src/content/package';
import type { ScenarioStructure } from '../../../src/content/scenario';
import { ChapterScenarios } from '../../../src/simulations/writing/chapter-scenarios.service';
import type { Draft } from '../../../src/simulations/writing/draft';
import { SCENARIO } from '../../content/sample-scenario';
import type { World } from '../../support/world';

/** Anything of it can be taken away or set to nonsense. */
export type Loose = { [K in keyof ScenarioStructure]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any

/** Every part of it is complete, so that a test's change is what is wrong with it. */
export function draftOfMast(change: (structure: Loose, texts: Record<string, string>) => void = () => {}): Draft {
  const { document } = compile('scenario', SCENARIO);
  const { slug, language, structure, texts } = structuredClone(document!);
  change(structure as Loose, texts);
  return { slug, language, structure: structure as ScenarioStructure, texts };
}

/** A draft of a chapter that begins as a copy of a scenario of the library; the address of its pages, and its slug. */
export async function draftIn(
  world: World,
  chapter: Chapter,
  from: string,
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

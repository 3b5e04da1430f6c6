/** Drafts for tests without a database: the village's mast, with as much of it changed as a test wants. */
import { compile } from '../../../src/content/folders/folder';
import type { ScenarioStructure } from '../../../src/content/scenario';
import type { Draft } from '../../../src/simulations/writing/draft';
import { SCENARIO } from '../../content/sample-scenario';

/** Anything of it can be taken away or set to nonsense. */
export type Loose = { [K in keyof ScenarioStructure]: any }; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests break it in ways that its type forbids

const { document } = compile('scenario', SCENARIO);

/** Every part of it is complete, so that a test's change is what is wrong with it. */
export function draftOfMast(change: (structure: Loose, texts: Record<string, string>) => void = () => {}): Draft {
  const { slug, language, structure, texts } = structuredClone(document!);
  change(structure as Loose, texts);
  return { slug, language, structure: structure as ScenarioStructure, texts };
}

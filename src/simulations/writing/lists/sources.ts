/** Where facts come from: numbered, so that texts can name them. */
import type { ScenarioStructure } from '../../../content/scenario';
import type { Draft } from '../draft';
import { NOTHING_TYPED, type PartKind } from './part';

const keys = ({ sources }: ScenarioStructure): string[] => Array.from({ length: sources }, (_, index) => String(index + 1));

export const SOURCES: PartKind = {
  name: 'sources',
  fields: [],
  most: 99,
  longest: 1000,
  keys,
  wordsAt: (key) => `sources.${key}`,
  begun: (structure) => {
    const sources = structure.sources + 1;
    return { key: String(sources), structure: { ...structure, sources } };
  },
  rank: () => 0,
  ordered: ({ structure, texts }, wanted) => ({
    structure: { ...structure, sources: wanted.length },
    texts: renumbered(texts, keys(structure), wanted),
  }),
  facts: () => [],
  typed: ({ texts }, key) => ({ ...NOTHING_TYPED, words: texts[`sources.${key}`] ?? '' }),
  read: ({ structure, texts }) => ({ structure, texts, wrong: [] }),
};

function renumbered(texts: Draft['texts'], before: readonly string[], wanted: readonly string[]): Record<string, string> {
  const others = Object.entries(texts).filter(([key]) => !before.some((number) => key === `sources.${number}`));
  const moved = wanted.flatMap((old, index) => {
    const text = texts[`sources.${old}`];
    return text === undefined ? [] : [[`sources.${index + 1}`, text] as const];
  });
  return Object.fromEntries([...others, ...moved]);
}

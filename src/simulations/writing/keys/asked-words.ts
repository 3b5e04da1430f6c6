/** Which words a scenario's skeleton asks for. */
import { longWords, shortWords } from '../../../content/folders/scenario-words';
import type { ScenarioStructure } from '../../../content/scenario';
import type { Draft } from '../draft';

export function askedWords(structure: ScenarioStructure): Set<string> {
  return new Set([...shortWords(structure).keys(), ...[...longWords(structure).values()].map(([key]) => key)]);
}

/** The words without those for which there was a place before, and is none after. */
export function stillAsked(texts: Draft['texts'], before: ScenarioStructure, after: ScenarioStructure): Record<string, string> {
  const [were, are] = [askedWords(before), askedWords(after)];
  return Object.fromEntries(Object.entries(texts).filter(([key]) => are.has(key) || !were.has(key)));
}

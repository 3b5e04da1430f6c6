import { statSync } from 'node:fs';
import { compileLibrary } from '../content/folders/library';
import { told } from '../content/problem';
import type { ScenarioStructure } from '../content/scenario';
import type { Language } from '../kernel/language';
import type { Phrases } from '../languages/phrases';
import { filesBelow } from '../seeding/files-below';
import { explore } from '../simulations/solo/explore';
import { refuse, type Result } from './result';

interface Wanted {
  json?: boolean;
  play?: boolean;
  language: Language;
}

/**
 * Reads a folder of modules, quizzes, scenarios and programmes and lists what is wrong, by file and line; ends with 1 when something keeps
 * it from being taken in. `play`: also plays every scenario that somebody can play alone, and says how it can end.
 */
export function checkLibrary(folder: string, { json, play, language }: Wanted, phrases: Phrases): Result {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return refuse(`${folder} is not a folder`);
  const { packages, problems: found } = compileLibrary(filesBelow(folder));
  const say = phrases.in(language);
  const problems = found.map((each) => ({
    file: each.file,
    line: each.line,
    severity: each.severity,
    message: say(each.key, each.details),
  }));
  const played = play
    ? packages.flatMap(({ kind, document }) =>
        kind === 'scenario' && document ? playedBy(document.slug, document.structure as ScenarioStructure) : [],
      )
    : [];
  const code = found.some(({ severity }) => severity === 'error') ? 1 : 0;
  if (json)
    return { code, said: JSON.stringify({ packages: packages.map(({ kind, slug }) => ({ kind, slug })), problems, played }, null, 2) };
  const lines = found.map((each) => `${each.severity}: ${told(each, say)}`);
  return { code, said: [...lines, ...played.map(sentence), `${packages.length} packages, ${problems.length} problems`].join('\n') };
}

interface Played {
  scenario: string;
  role: string;
  /** of so many texts, how many everybody can accept */
  combinations: number;
  acceptable: number;
  /** by way of playing */
  ways: Record<string, { runs: number; agreed: number }>;
  earliestRound: number | null;
}

function playedBy(scenario: string, structure: ScenarioStructure): Played[] {
  if (!structure.modes.includes('solo')) return [];
  return structure.roles
    .filter(({ playable }) => playable)
    .map(({ key }) => {
      const { combinations, zone, ways, earliestRound } = explore(structure, key);
      return { scenario, role: key, combinations, acceptable: zone.length, ways, earliestRound };
    });
}

function sentence({ scenario, role, combinations, acceptable, ways, earliestRound }: Played): string {
  const figures = Object.entries(ways).map(([way, { runs, agreed }]) => `${way} ${agreed} of ${runs}`);
  return `${scenario} as ${role}: ${acceptable} of ${combinations} texts acceptable to all; agreed: ${figures.join(', ')}; first package taken in round ${earliestRound ?? 'none'}`;
}

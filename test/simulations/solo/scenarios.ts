/** The scenarios of the starter library, as their authors' files stand on disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compile } from '../../../src/content/folders/folder';
import type { Problem } from '../../../src/content/problem';
import type { ScenarioStructure } from '../../../src/content/scenario';

const FOLDER = join(__dirname, '../../../seeds/library/scenarios');

export interface Written {
  slug: string;
  scenario: ScenarioStructure | null;
  problems: Problem[];
}

export function libraryScenarios(): Written[] {
  return readdirSync(FOLDER).map((slug) => {
    const { document, problems } = compile('scenario', filesIn(join(FOLDER, slug)));
    return { slug, scenario: document && (document.structure as ScenarioStructure), problems };
  });
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** `scenario.yml`: a scenario without its words. */
import { CONSENSUS_PRESETS, FLOOR_POLICIES, ScenarioStructure, TABLE_MODES, TableMode, UNSEAL_POLICIES } from '../scenario';
import { PackageDocument } from '../package';
import { namesIn, ScenarioNames } from './scenario-names';
import * as parts from './scenario-parts';
import { readRole, roleTree } from './scenario-role';
import { Fields, Sheet } from './sheet';
import { Branch, Tree, writeYaml } from './yaml';

const LONGEST_MINUTES = 600;
const MOST_PLAYERS = 24;
const MOST_AUTHORS = 50;
const MOST_SOURCES = 99;
const [MOST_ROLES, MOST_CLAUSES, MOST_PHASES] = [24, 12, 20];
const [MOST_INJECTS, MOST_OBJECTIONS, MOST_STATEMENTS, MOST_PROMPTS, MOST_OBJECTIVES] = [30, 80, 120, 30, 12];

const REQUIRED = ['slug', 'language', 'engine', 'licence', 'authors', 'status', 'modes', 'minutes', 'players', 'preset', 'floor', 'unseal'];
const LISTS = ['objectives', 'roles', 'clauses', 'phases', 'prompts'];
const OPTIONAL = ['injects', 'objections', 'statements', 'sources'];

export type ScenarioSkeleton = Pick<PackageDocument, 'slug' | 'language'> & { structure: ScenarioStructure };

export function readSkeleton(sheet: Sheet, root: Branch): ScenarioSkeleton {
  const fields = sheet.fields(root, '', [...REQUIRED, ...LISTS], OPTIONAL);
  sheet.word(fields, 'engine', ['1']);
  const structure: ScenarioStructure = {
    engine: 1,
    licence: line(sheet, fields, 'licence'),
    authors: sheet.list(fields, 'authors', 1, MOST_AUTHORS).map((branch) => sheet.line(branch, 'authors')),
    status: sheet.word(fields, 'status', ['draft', 'piloted', 'published', 'retired']),
    modes: readModes(sheet, fields),
    minutes: sheet.whole(fields, 'minutes', 1, LONGEST_MINUTES),
    players: readPlayers(sheet, fields),
    preset: sheet.word(fields, 'preset', CONSENSUS_PRESETS),
    floor: sheet.word(fields, 'floor', FLOOR_POLICIES),
    unseal: sheet.word(fields, 'unseal', UNSEAL_POLICIES),
    objectives: sheet.keys(fields, 'objectives', 1, MOST_OBJECTIVES),
    ...readParts(sheet, fields, namesIn(root)),
    sources: sheet.isNothing(fields, 'sources') ? 0 : sheet.whole(fields, 'sources', 0, MOST_SOURCES),
  };
  return { slug: sheet.key(fields, 'slug'), language: sheet.language(fields, 'language'), structure };
}

type Parts = Pick<ScenarioStructure, 'roles' | 'clauses' | 'phases' | 'injects' | 'objections' | 'statements' | 'prompts'>;

function readParts(sheet: Sheet, fields: Fields, names: ScenarioNames): Parts {
  return {
    roles: sheet.parts(fields, 'roles', [1, MOST_ROLES], (branch, where) => readRole(sheet, branch, where, names)),
    clauses: sheet.parts(fields, 'clauses', [1, MOST_CLAUSES], (branch, where) => parts.readClause(sheet, branch, where)),
    phases: sheet.parts(fields, 'phases', [1, MOST_PHASES], (branch, where) => parts.readPhase(sheet, branch, where)),
    injects: sheet.parts(fields, 'injects', [0, MOST_INJECTS], (branch, where) => parts.readInject(sheet, branch, where, names)),
    objections: sheet.parts(fields, 'objections', [0, MOST_OBJECTIONS], (branch, where) =>
      parts.readObjection(sheet, branch, where, names),
    ),
    statements: sheet.parts(fields, 'statements', [0, MOST_STATEMENTS], (branch, where) =>
      parts.readStatement(sheet, branch, where, names),
    ),
    prompts: sheet.parts(fields, 'prompts', [1, MOST_PROMPTS], (branch, where) => parts.readPrompt(sheet, branch, where)),
  };
}

function line(sheet: Sheet, fields: Fields, name: string): string {
  const branch = fields.entries.get(name);
  return branch ? sheet.line(branch, name) : '';
}

function readModes(sheet: Sheet, fields: Fields): TableMode[] {
  const modes = sheet.references(fields, 'modes', TABLE_MODES, 1);
  return TABLE_MODES.filter((mode) => modes.includes(mode));
}

function readPlayers(sheet: Sheet, fields: Fields): ScenarioStructure['players'] {
  const players = sheet.fields(fields.entries.get('players'), 'players', ['min', 'best', 'max']);
  const min = sheet.whole(players, 'min', 1, MOST_PLAYERS);
  const best = sheet.whole(players, 'best', min, MOST_PLAYERS);
  return { min, best, max: sheet.whole(players, 'max', best, MOST_PLAYERS) };
}

export function writeSkeleton({ slug, language }: PackageDocument, structure: ScenarioStructure): string {
  const { engine, licence, authors, status, modes, minutes, players, preset, floor, unseal, objectives, sources } = structure;
  const written = parts.treeOf({
    slug,
    language,
    engine,
    licence,
    authors,
    status,
    modes,
    minutes,
    players: parts.treeOf({ ...players }),
    preset,
    floor,
    unseal,
    objectives,
    roles: structure.roles.map(roleTree),
    clauses: structure.clauses.map(parts.clauseTree),
    phases: structure.phases.map(parts.phaseTree),
    injects: structure.injects.map(parts.injectTree),
    objections: structure.objections.map(parts.objectionTree),
    statements: structure.statements.map((each) => parts.treeOf({ ...each })),
    prompts: structure.prompts.map((each) => parts.treeOf({ ...each })),
    sources,
  });
  for (const name of OPTIONAL) if (Array.isArray(written.get(name)) && (written.get(name) as Tree[]).length === 0) written.delete(name);
  return writeYaml(written);
}

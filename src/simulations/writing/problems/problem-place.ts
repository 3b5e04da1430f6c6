/** Where in the editor a problem of a draft is mended: from file and line, or from what the problem names, back to the part that one edits. */
import type { Files } from '../../../content/folders/opened';
import { type Branch, readYaml } from '../../../content/folders/yaml';
import { isKey } from '../../../content/package';
import type { Problem } from '../../../content/problem';
import type { ScenarioStructure } from '../../../content/scenario';
import type { Draft } from '../draft';

/** Parts of the editor; some of them are pages, some stand on a page with others. */
export type Part =
  | 'basics'
  | 'objectives'
  | 'roles'
  | 'role'
  | 'brief'
  | 'goals'
  | 'script'
  | 'clauses'
  | 'clause'
  | 'phases'
  | 'events'
  | 'objections'
  | 'objection'
  | 'statements'
  | 'questions'
  | 'sources'
  | 'setting'
  | 'reality';

export interface Place {
  /** after the address of the draft */
  address: string;
  part: Part;
  /** the key of the role, clause, phase … that it is about; null where it is about all of them */
  key: string | null;
}

type List = 'roles' | 'clauses' | 'phases' | 'injects' | 'objections' | 'statements' | 'prompts';
const LISTS: Record<List, Part> = {
  roles: 'roles',
  clauses: 'clauses',
  phases: 'phases',
  injects: 'events',
  objections: 'objections',
  statements: 'statements',
  prompts: 'questions',
};
/** Of one thing in a list, where that is called otherwise than the list. */
const ONE_OF: Partial<Record<List, Part>> = { roles: 'role', clauses: 'clause', objections: 'objection' };

/** What is told at the line of a list, and is about the whole of it. */
const OF_LISTS: Partial<Record<Problem['key'], List>> = {
  'content.problem.one-chair': 'roles',
  'content.problem.too-few-seats': 'roles',
  'content.problem.nobody-alone': 'roles',
  'content.problem.nothing-tabled': 'clauses',
  'content.problem.too-many-texts': 'clauses',
  'content.problem.phase-lacks': 'phases',
  'content.problem.prompt-lacks': 'prompts',
};

/** The files are those that `write` makes of the draft. */
export function problemPlace(problem: Problem, draft: Draft, files: Files): Place {
  const { file, key, details } = problem;
  if (key === 'content.problem.reality-without-sources') return page('sources');
  const list = OF_LISTS[key];
  if (list) return listed(list, undefined, draft.structure);
  if (file === 'scenario.yml') return placed(stepsTo(problem, files), key, draft.structure);
  const role = /\/briefs\/(.+)\.md$/.exec(file)?.[1];
  if (role) return ofRole(role, 'brief');
  if (file.endsWith('/setting.md')) return page('setting', '/texts/setting');
  if (file.endsWith('/reality.md')) return page('reality', '/texts/reality');
  return worded(typeof details.text === 'string' ? details.text.split('.') : stepsAt(files, problem), draft.structure);
}

/** From the names of a part in the skeleton, counted from 1 within lists. */
function placed(steps: readonly string[], problem: Problem['key'], structure: ScenarioStructure): Place {
  const [list, number, within] = steps;
  if (list === 'objectives') return page('objectives', BASICS);
  if (list === 'sources') return page('sources');
  if (!list || !Object.hasOwn(LISTS, list)) return page('basics');
  const twice = problem === 'content.problem.duplicate-key' && within === 'key';
  const item = twice ? undefined : structure[list as List][Number(number) - 1];
  if (list !== 'roles' || !item) return listed(list as List, item?.key, structure);
  if (problem === 'content.problem.role-without-script' || within === 'script') return ofRole(item.key, 'script');
  if (problem === 'content.problem.role-without-conflict' || within === 'goals') return ofRole(item.key, 'goals');
  return ofRole(item.key, 'role');
}

/** From the key of a text. */
function worded([first = '', key, within]: readonly string[], structure: ScenarioStructure): Place {
  if (first === 'objectives') return page('objectives', BASICS);
  if (first === 'sources') return page('sources');
  if (first === 'setting' || first === 'reality') return page(first, `/texts/${first}`);
  if (first === 'say' && key) return ofRole(speakerOf(key, structure), 'script');
  if (!Object.hasOwn(LISTS, first)) return page('basics');
  if (first !== 'roles' || !key) return listed(first as List, key, structure);
  return ofRole(key, within === 'brief' ? 'brief' : within === 'goals' ? 'goals' : within === 'voice' ? 'script' : 'role');
}

/** Title, settings and what one can learn stand on one page. */
const BASICS = '/basics';

/** A script has a page of its own, everything else of a role stands on one. */
function ofRole(key: string, part: Part): Place {
  return isKey(key) ? page(part, `/roles/${key}${part === 'script' ? '/script' : ''}`, key) : page('roles');
}

function listed(list: List, key: string | undefined, structure: ScenarioStructure): Place {
  const part = LISTS[list];
  const there = key !== undefined && isKey(key) && structure[list].some((each) => each.key === key);
  return there ? page(ONE_OF[list] ?? part, `/${part}/${key}`, key) : page(part);
}

function page(part: Part, address = `/${part}`, key: string | null = null): Place {
  return { address, part, key };
}

/** Words that several scripts say are mended where the first of them says them. */
function speakerOf(words: string, { roles }: ScenarioStructure): string {
  return roles.find(({ script }) => script?.rules.some((rule) => 'words' in rule.do && rule.do.words === words))?.key ?? '';
}

/** What a problem names, as in `roles.2.script.rules.1.when`, or else what stands at its line. */
function stepsTo(problem: Problem, files: Files): string[] {
  const { key, details } = problem;
  const named = typeof details.name === 'string' && key !== 'content.problem.duplicate-key' ? details.name.split('.') : [];
  return named.length > 0 && named[0] !== '' ? named : stepsAt(files, problem);
}

function stepsAt(files: Files, { file, line }: Problem): string[] {
  const root = treeOf(files, file);
  return root && line !== null ? below(root, line) : [];
}

/** A file is read once for all its problems. */
const trees = new WeakMap<Files, Map<string, Branch | null>>();

function treeOf(files: Files, file: string): Branch | null {
  const known = trees.get(files) ?? new Map<string, Branch | null>();
  trees.set(files, known);
  if (!known.has(file)) known.set(file, Object.hasOwn(files, file) ? readYaml(files[file]!).root : null);
  return known.get(file)!;
}

function below(branch: Branch, line: number): string[] {
  const inner: (readonly [string, Branch])[] =
    branch.kind === 'map' ? [...branch.entries] : branch.kind === 'list' ? branch.items.map((item, at) => [String(at + 1), item]) : [];
  const found = inner.findLast(([, each]) => each.line <= line);
  return found ? [found[0], ...below(found[1], line)] : [];
}

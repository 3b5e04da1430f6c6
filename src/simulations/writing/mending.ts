/** Where in the pages of a role-play a problem is put right. */
import type { Problem } from '../../content/problem';

/** The parts of a role-play that have pages of their own, by what comes after its address. */
export const PAGES = [
  'basics',
  'roles',
  'clauses',
  'phases',
  'events',
  'objections',
  'statements',
  'questions',
  'sources',
  'texts/setting',
  'texts/reality',
] as const;
export type PartPage = (typeof PAGES)[number];

const BY_NAME: Readonly<Record<string, PartPage>> = {
  roles: 'roles',
  say: 'roles',
  clauses: 'clauses',
  phases: 'phases',
  injects: 'events',
  objections: 'objections',
  statements: 'statements',
  prompts: 'questions',
  sources: 'sources',
};

const BY_DETAIL: readonly [detail: string, page: PartPage][] = [
  ['role', 'roles'],
  ['inject', 'events'],
  ['phase', 'phases'],
  ['prompt', 'questions'],
  ['clause', 'clauses'],
];

/** The page for it; the basics where nothing else is named. */
export function pageFor({ file, details }: Pick<Problem, 'file' | 'details'>): PartPage {
  if (file.endsWith('/setting.md')) return 'texts/setting';
  if (file.endsWith('/reality.md')) return 'texts/reality';
  if (/\/briefs\//.test(file)) return 'roles';
  const named = String(details['text'] ?? details['name'] ?? '').split('.')[0]!;
  if (Object.hasOwn(BY_NAME, named)) return BY_NAME[named]!;
  return BY_DETAIL.find(([detail]) => detail in details)?.[1] ?? 'basics';
}

/** By which phrases name it. */
export const nameOf = (page: PartPage): string => page.replace('texts/', '');

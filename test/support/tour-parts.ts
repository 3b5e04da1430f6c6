import type { Chapter } from '../../src/chapters/chapter.entity';
import type { Person } from '../../src/people/person.entity';
import { ChapterScenario } from '../../src/simulations/writing/chapter-scenario.entity';
import { draftIn } from '../simulations/writing/drafts';
import type { Ground } from './tour';
import type { Example, Fields } from './tour-forms';
import type { Stop } from './tour-pages';
import type { World } from './world';

/** Copies of a scenario of the library: one to look at, one to change, one put away, and one of another chapter. Slugs. */
export interface GroundParts {
  draft: string;
  edited: string;
  away: string;
  others: string;
}

export async function partsOf(world: World): Promise<GroundParts> {
  const { database, clock, kenya, lebanon } = world;
  const copy = async (chapter: Pick<Chapter, 'id' | 'slug'>) => (await draftIn(world, chapter)).slug;
  const [draft, edited, away, others] = [await copy(kenya), await copy(kenya), await copy(kenya), await copy(lebanon)];
  await database.write((write) => write.update(ChapterScenario, { slug: away }, { archivedAt: clock.now() }));
  return { draft, edited, away, others };
}

const CLAUSE: Fields = { title: 'Trust', kind: 'operative', tabled: 'yes', text: 'Disputes go to {{path}}.', key: 'trust' };
const ROLE: Fields = {
  name: 'Providers',
  group: 'business',
  least: '1',
  most: '3',
  playable: 'yes',
  said: 'Small.',
  brief: 'You speak.',
  key: 'providers',
};
const GOAL: Fields = {
  measure: 'slot',
  text: 'Everybody meets.',
  options: 'policy.default',
  weight: '2',
  visibility: 'public',
  clause: '',
};
const SCRIPT: Fields = { aspiration: '80', reservation: '60', concede: '0, 5' };
const RULE: Fields = {
  action: 'say',
  do: 'save',
  'path.1': 'phase',
  'op.1': 'eq',
  is: '1.opening',
  words: 'Good morning.',
  priority: '90',
  once: 'table',
};
const PATH: Fields = {
  name: 'Who decides',
  key: 'path',
  start: 'panel',
  'option.panel': 'three experts',
  'option.regulator': 'the regulator',
  'more.1': 'a judge',
};

export function partsPages({ world: { amara, tomas, wanjiku }, parts }: Ground): Stop[] {
  const at = (slug: string) => `/chapters/kenya/scenarios/${slug}`;
  const stop = (who: Person, name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  const see = (name: string, path: string) => stop(tomas, name, `${at(parts.draft)}${path}`);
  const wrong = (name: string, path: string, fields: Fields, status = 422) =>
    stop(tomas, name, `${at(parts.draft)}${path}`, { fields: { version: '1', ...fields }, status });
  return [
    ...[amara, tomas].map((who) => stop(who, 'clauses of a scenario', `${at(parts.draft)}/clauses`)),
    stop(wanjiku, 'clauses of a scenario, as a trainee', `${at(parts.draft)}/clauses`, { status: 404 }),
    stop(tomas, 'clauses of a scenario, put away', `${at(parts.away)}/clauses`),
    stop(tomas, 'clause, put away', `${at(parts.away)}/clauses/house`),
    stop(tomas, 'role, put away', `${at(parts.away)}/roles/incumbent`),
    see('clause', '/clauses/house'),
    see('clause, to be removed', '/clauses/house/removal'),
    see('new open point', '/clauses/house/slots/new'),
    see('open point', '/clauses/house/slots/board'),
    see('open point, to be removed', '/clauses/house/slots/board/removal'),
    see('option, to be removed', '/clauses/traffic/slots/policy/options/mandatory/removal'),
    see('roles of a scenario', '/roles'),
    see('role', '/roles/incumbent'),
    see('role, the chair', '/roles/chair'),
    see('role, to be removed', '/roles/regulator/removal'),
    see('role, to have the chair', '/roles/regulator/chair'),
    see('new goal, of an option', '/roles/incumbent/goals/new?measure=slot'),
    see('new goal, of a clause', '/roles/incumbent/goals/new?measure=level'),
    see('new goal, of the talk', '/roles/incumbent/goals/new?measure=spoke-fairly'),
    see('goal', '/roles/incumbent/goals/no-duty'),
    see('goal, to be removed', '/roles/incumbent/goals/no-duty/removal'),
    see('script', '/roles/incumbent/script'),
    see('script, to be removed', '/roles/incumbent/script/removal'),
    ...['say', 'message', 'object', 'stance', 'amend', 'package'].map((action) =>
      see(`new rule, ${action}`, `/roles/incumbent/rules/new?action=${action}`),
    ),
    see('rule', '/roles/incumbent/rules/paid-peering'),
    see('rule, to be removed', '/roles/incumbent/rules/paid-peering/removal'),
    wrong('new clause, no title', '/clauses', { title: '', kind: 'operative' }),
    wrong('clause, too long and a bad key', '/clauses/house', { ...CLAUSE, title: '', key: 'Not A Key' }),
    wrong('clause, changed meanwhile', '/clauses/house', { ...CLAUSE, version: '0', key: 'house' }, 409),
    wrong('new open point, one option', '/clauses/house/slots/new', { name: 'When', key: '', options: 'now' }),
    wrong('open point, an option of nothing', '/clauses/trust/slots/path', { ...PATH, 'option.panel': '' }),
    wrong('new role, no name', '/roles', { name: '', group: 'business' }),
    wrong('role, too few seats', '/roles/incumbent', { ...ROLE, key: 'incumbent', least: '4', most: 'x' }),
    wrong('role, changed meanwhile', '/roles/incumbent', { ...ROLE, key: 'incumbent', version: '0' }, 409),
    wrong('new goal, of all options', '/roles/incumbent/goals/new', { ...GOAL, options: 'policy.nothing' }),
    wrong('script, wrong numbers', '/roles/incumbent/script', {
      ...SCRIPT,
      reservation: '90',
      concede: 'x',
      'value.board--council': 'much',
    }),
    wrong('script, changed meanwhile', '/roles/incumbent/script', { ...SCRIPT, version: '0' }, 409),
    wrong('new rule, waits for nothing', '/roles/incumbent/rules/new', {
      action: 'say',
      words: 'x',
      priority: '1',
      once: 'table',
      do: 'save',
    }),
    wrong('rule, nothing ticked', '/roles/incumbent/rules/opening', { ...RULE, is: '1.nothing' }),
    wrong('rule, another row', '/roles/incumbent/rules/opening', { ...RULE, do: 'more', add: 'stance.house.providers' }, 200),
    stop(tomas, 'role, put away and not to be changed', `${at(parts.away)}/roles/incumbent`, {
      fields: { ...ROLE, key: 'incumbent', version: '1' },
      status: 409,
    }),
  ];
}

/** Each press changes the draft, and the next one knows its new version. */
export function partsForms({ world: { tomas }, parts }: Ground): Example[] {
  const forms: [string, Fields?][] = [
    ['/clauses', { title: 'What is measured', kind: 'operative' }],
    ['/clauses/order', { down: 'house' }],
    ['/clauses/trust', CLAUSE],
    ['/clauses/trust/slots/new', { name: 'When', key: '', options: 'at once\nnext year' }],
    ['/clauses/trust/slots/path', PATH],
    ['/clauses/house/slots/costs/options/sender/removal'],
    ['/clauses/house/slots/costs/removal'],
    ['/clauses/house/removal'],
    ['/roles', { name: 'Journalists', group: 'civil-society' }],
    ['/roles/order', { up: 'providers' }],
    ['/roles/providers', ROLE],
    ['/roles/providers/goals/new', GOAL],
    ['/roles/providers/goals/everybody-there', GOAL],
    ['/roles/providers/goals/answered/removal'],
    ['/roles/providers/script', SCRIPT],
    ['/roles/consumers/script/removal'],
    ['/roles/consumers/script/beginning'],
    ['/roles/providers/rules/new', RULE],
    ['/roles/providers/rules/opening', RULE],
    ['/roles/providers/rules/opening/removal'],
    ['/roles/university/chair'],
    ['/roles/content/removal'],
  ];
  return forms.map(([path, fields = {}], index) => ({
    who: tomas,
    address: `/chapters/kenya/scenarios/${parts.edited}${path}`,
    fields: { ...fields, version: String(index + 1) },
  }));
}

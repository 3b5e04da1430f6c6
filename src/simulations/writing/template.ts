/** What a new role-play begins with: a whole skeleton for people at a table, and those words that are the same everywhere. What is left is its story. */
import type { RoleStructure, ScenarioStructure, StakeholderGroup } from '../../content/scenario';
import type { Edited } from './draft';

/** Each wants one option of the first clause that somebody else does not. */
const PARTIES: readonly [key: string, group: StakeholderGroup, wants: string][] = [
  ['government', 'government', 'first'],
  ['business', 'business', 'second'],
  ['civil-society', 'civil-society', 'third'],
  ['technical', 'technical', 'second'],
  ['academia', 'academia', 'third'],
];
const OPTIONS = ['first', 'second', 'third'];

const party = ([key, group, wants]: (typeof PARTIES)[number]): RoleStructure => ({
  key,
  group,
  seats: { min: 1, max: 2 },
  chair: false,
  playable: false,
  script: null,
  goals: [{ key: 'wish', kind: 'slot', slot: 'choice', options: [wants], weight: 1, visibility: 'confidential' }],
});

const CHAIR: RoleStructure = {
  key: 'chair',
  group: 'intergovernmental',
  seats: { min: 1, max: 1 },
  chair: true,
  playable: false,
  script: null,
  goals: [],
};

const PHASES: ScenarioStructure['phases'] = [
  { key: 'briefing', kind: 'prebrief', live: { minutes: 10 }, async: { hours: 48, quota: 0 } },
  { key: 'opening', kind: 'opening', live: { minutes: 10 }, async: { hours: 24, quota: 1 } },
  { key: 'first-round', kind: 'round', live: { minutes: 20 }, async: { hours: 48, quota: 3 } },
  { key: 'second-round', kind: 'round', live: { minutes: 20 }, async: { hours: 48, quota: 3 } },
  { key: 'last-reading', kind: 'last-reading', live: { minutes: 5 }, async: { hours: 24, quota: 1 } },
  { key: 'call', kind: 'call', live: { minutes: 5 }, async: { hours: 48, quota: 1 } },
  { key: 'outcome', kind: 'outcome', live: { minutes: 5 }, async: { hours: 24, quota: 1 } },
  { key: 'debrief', kind: 'debrief', live: { minutes: 20 }, async: { hours: 96, quota: 3 } },
];

const PROMPTS: ScenarioStructure['prompts'] = [
  { key: 'feeling', step: 'reactions' },
  { key: 'turning-point', step: 'description' },
  { key: 'why', step: 'analysis' },
  { key: 'next-time', step: 'application' },
];

/** `say`: phrases of the house in the language in which it is written; `authors`: who is named. */
export function template(title: string, authors: string[], say: (key: string) => string): Edited {
  const structure: ScenarioStructure = {
    engine: 1,
    licence: 'CC-BY-4.0',
    authors,
    status: 'draft',
    modes: ['live', 'async'],
    minutes: 95,
    players: { min: 4, best: 6, max: 11 },
    preset: 'rfc7282',
    floor: 'rotate-groups',
    unseal: 'briefs-and-consented-channels',
    objectives: ['objections'],
    roles: [...PARTIES.map(party), CHAIR],
    clauses: [{ key: 'first', kind: 'operative', tabled: true, slots: [{ key: 'choice', options: OPTIONS, start: 'first' }] }],
    phases: PHASES,
    injects: [],
    objections: [],
    statements: [],
    prompts: PROMPTS,
    sources: 0,
  };
  return { structure: structuredClone(structure), texts: { ...wordsOf(structure, say), title } };
}

function wordsOf({ roles, phases, prompts }: ScenarioStructure, say: (key: string) => string): Record<string, string> {
  const word = (key: string) => say(`scenarios.template.${key}`);
  const option = (key: string) => word(`option.${key}`);
  const words: [string, string][] = [
    ['objectives.objections', word('objective')],
    ...roles.map(({ key }): [string, string] => [`roles.${key}.name`, word(`role.${key}`)]),
    ...PARTIES.map(([key, , wants]): [string, string] => [`roles.${key}.goals.wish`, option(wants)]),
    ['clauses.first.title', word('clause.title')],
    ['clauses.first.text', word('clause.text').replace('…', '{{choice}}')],
    ['clauses.first.slots.choice.name', word('clause.choice')],
    ...OPTIONS.map((key): [string, string] => [`clauses.first.slots.choice.options.${key}`, option(key)]),
    ...phases.map(({ key }): [string, string] => [`phases.${key}`, word(`phase.${key}`)]),
    ...prompts.map(({ key }): [string, string] => [`prompts.${key}`, word(`prompt.${key}`)]),
  ];
  return Object.fromEntries(words);
}

/** A small scenario for tests: six stakeholders and a chair, two clauses with four slots, 72 texts of which a few are acceptable to all. */
import type { RoleScript, RoleStructure, ScenarioStructure, StakeholderGroup } from '../../src/content/scenario';

/** A fresh copy with some of it exchanged, so that no test can spoil another's. */
export function sampleScenario(changes: Partial<ScenarioStructure> = {}): ScenarioStructure {
  return structuredClone({ ...SAMPLE, ...changes });
}

/** The same with one role changed. */
export function withRole(scenario: ScenarioStructure, role: string, changes: Partial<RoleStructure>): ScenarioStructure {
  return { ...scenario, roles: scenario.roles.map((each) => (each.key === role ? { ...each, ...changes } : each)) };
}

const opening: RoleScript['rules'][number] = {
  key: 'greet',
  when: { path: 'phase', op: 'eq', value: 'opening' },
  do: { kind: 'say', words: 'opening' },
  priority: 10,
  once: 'table',
};

function stakeholder(key: string, group: StakeholderGroup, script: Omit<RoleScript, 'concede'>): RoleStructure {
  const greet = { ...opening, do: { kind: 'say' as const, words: `opening-${key}` } };
  return {
    key,
    group,
    seats: { min: 1, max: 2 },
    chair: false,
    playable: true,
    script: { concede: [0, 15, 30, 45], ...script, rules: [greet, ...script.rules] },
    goals: [{ key: 'agreement', kind: 'level', clause: 'orders', weight: 1, visibility: 'public' }],
  };
}

const SAMPLE: ScenarioStructure = {
  engine: 1,
  licence: 'CC-BY-4.0',
  authors: ['Chapterhouse library'],
  status: 'published',
  modes: ['live', 'async', 'solo'],
  minutes: 30,
  players: { min: 3, best: 7, max: 14 },
  preset: 'rfc7282',
  floor: 'rotate-groups',
  unseal: 'briefs-and-consented-channels',
  objectives: ['raise-and-answer'],
  roles: [
    stakeholder('ministry', 'government', {
      aspiration: 85,
      reservation: 40,
      values: {
        authority: { minister: 40, regulator: 28, court: 12 },
        duration: { none: 30, h72: 26, h24: 14 },
        notice: { secret: 20, after: 14, before: 4 },
        liability: { operator: 10, state: 4 },
      },
      red: [{ slot: 'duration', options: ['ban'], objection: 'no-ban' }],
      rules: [
        {
          key: 'answer-court',
          when: { path: 'slot.authority', op: 'eq', value: 'court' },
          do: { kind: 'say', words: 'ask-speed' },
          priority: 50,
          once: 'revision',
        },
      ],
    }),
    stakeholder('operators', 'business', {
      aspiration: 80,
      reservation: 50,
      values: {
        authority: { regulator: 18, court: 25 },
        duration: { none: 5, h72: 12, h24: 15, ban: 20 },
        notice: { after: 12, before: 20 },
        liability: { state: 35 },
      },
      red: [],
      rules: [
        {
          key: 'whisper',
          when: { path: 'round', op: 'gte', value: 1 },
          do: { kind: 'message', to: 'ministry', words: 'written-orders' },
          priority: 5,
          once: 'table',
        },
      ],
    }),
    stakeholder('banks', 'business', {
      aspiration: 80,
      reservation: 45,
      values: {
        authority: { regulator: 10, court: 10 },
        duration: { h72: 12, h24: 30, ban: 40 },
        notice: { after: 14, before: 35 },
        liability: { state: 15 },
      },
      red: [],
      rules: [
        {
          key: 'whisper',
          when: { path: 'round', op: 'gte', value: 2 },
          do: { kind: 'message', to: 'rights', words: 'both-lose' },
          priority: 5,
          once: 'table',
        },
      ],
    }),
    stakeholder('rights', 'civil-society', {
      aspiration: 85,
      reservation: 52,
      values: {
        authority: { regulator: 14, court: 35 },
        duration: { h72: 8, h24: 20, ban: 30 },
        notice: { after: 18, before: 25 },
        liability: { operator: 4, state: 10 },
      },
      red: [{ slot: 'notice', options: ['secret'], objection: 'no-secrets' }],
      rules: [],
    }),
    stakeholder('techcom', 'technical', {
      aspiration: 80,
      reservation: 48,
      values: {
        authority: { regulator: 20, court: 22 },
        duration: { h72: 14, h24: 28, ban: 38 },
        notice: { after: 14, before: 25 },
        liability: { state: 15 },
      },
      red: [],
      rules: [],
    }),
    stakeholder('hospitals', 'civil-society', {
      aspiration: 80,
      reservation: 45,
      values: {
        authority: { regulator: 10, court: 8 },
        duration: { h72: 10, h24: 35, ban: 45 },
        notice: { after: 20, before: 40 },
        liability: { state: 5 },
      },
      red: [{ slot: 'duration', options: ['none'], objection: 'patients-die' }],
      rules: [],
    }),
    { key: 'chair', group: 'academia', seats: { min: 1, max: 1 }, chair: true, playable: false, script: null, goals: [] },
  ],
  clauses: [
    {
      key: 'orders',
      kind: 'operative',
      tabled: true,
      slots: [
        { key: 'authority', options: ['minister', 'regulator', 'court'], start: 'minister' },
        { key: 'duration', options: ['none', 'h72', 'h24', 'ban'], start: 'none' },
      ],
    },
    {
      key: 'safeguards',
      kind: 'operative',
      tabled: true,
      slots: [
        { key: 'notice', options: ['secret', 'after', 'before'], start: 'secret' },
        { key: 'liability', options: ['operator', 'state'], start: 'operator' },
      ],
    },
  ],
  phases: [
    { key: 'briefing', kind: 'prebrief', live: { minutes: 10 }, async: { hours: 48, quota: 0 } },
    { key: 'preparation', kind: 'preparation', live: { minutes: 5 }, async: { hours: 24, quota: 0 } },
    { key: 'opening', kind: 'opening', live: { minutes: 10 }, async: { hours: 24, quota: 1 } },
    { key: 'first-round', kind: 'round', live: { minutes: 15 }, async: { hours: 48, quota: 3 } },
    { key: 'second-round', kind: 'round', live: { minutes: 15 }, async: { hours: 48, quota: 3 } },
    { key: 'third-round', kind: 'round', live: { minutes: 15 }, async: { hours: 48, quota: 3 } },
    { key: 'last-reading', kind: 'last-reading', live: { minutes: 5 }, async: { hours: 24, quota: 0 } },
    { key: 'call', kind: 'call', live: { minutes: 5 }, async: { hours: 72, quota: 0 } },
    { key: 'outcome', kind: 'outcome', live: { minutes: 5 }, async: { hours: 24, quota: 0 } },
    { key: 'debrief', kind: 'debrief', live: { minutes: 20 }, async: { hours: 96, quota: 0 } },
  ],
  injects: [
    { key: 'exam-leak', to: 'all', at: { phase: 'second-round', minute: 0 } },
    { key: 'bank-outage', to: ['banks', 'operators'], at: { when: { path: 'slot.duration', op: 'eq', value: 'h72' } } },
  ],
  objections: [
    {
      key: 'no-ban',
      role: 'ministry',
      kind: 'interest',
      clause: 'orders',
      slot: 'duration',
      remedy: ['none', 'h72', 'h24'],
      answers: [
        { key: 'courts-decide', addresses: false },
        { key: 'others-do-it', addresses: false },
      ],
    },
    {
      key: 'too-slow',
      role: 'ministry',
      kind: 'process',
      clause: 'orders',
      slot: 'authority',
      remedy: ['minister', 'regulator'],
      answers: [
        { key: 'judge-on-call', addresses: true },
        { key: 'law-is-law', addresses: false },
      ],
    },
    {
      key: 'tipped-off',
      role: 'ministry',
      kind: 'process',
      clause: 'safeguards',
      slot: 'notice',
      remedy: ['secret', 'after'],
      answers: [
        { key: 'no-names', addresses: true },
        { key: 'nothing-to-hide', addresses: false },
      ],
    },
    {
      key: 'who-pays',
      role: 'operators',
      kind: 'legal',
      clause: 'safeguards',
      slot: 'liability',
      remedy: ['state'],
      answers: [
        { key: 'good-faith', addresses: true },
        { key: 'cost-of-business', addresses: false },
      ],
    },
    {
      key: 'payments-stop',
      role: 'banks',
      kind: 'interest',
      clause: 'safeguards',
      slot: 'notice',
      remedy: ['before'],
      answers: [
        { key: 'offline-clearing', addresses: true },
        { key: 'rare', addresses: false },
      ],
    },
    {
      key: 'no-secrets',
      role: 'rights',
      kind: 'rights',
      clause: 'safeguards',
      slot: 'notice',
      remedy: ['after', 'before'],
      answers: [
        { key: 'sealed-register', addresses: true },
        { key: 'trust-us', addresses: false },
      ],
    },
    {
      key: 'own-judge',
      role: 'rights',
      kind: 'legal',
      clause: 'orders',
      slot: 'authority',
      remedy: ['court'],
      answers: [
        { key: 'independent-body', addresses: true },
        { key: 'minister-is-elected', addresses: false },
      ],
    },
    {
      key: 'collateral',
      role: 'techcom',
      kind: 'technical',
      clause: 'orders',
      slot: 'duration',
      remedy: ['h24', 'ban'],
      answers: [
        { key: 'narrow-scope', addresses: true },
        { key: 'users-adapt', addresses: false },
      ],
    },
    {
      key: 'patients-die',
      role: 'hospitals',
      kind: 'rights',
      clause: 'orders',
      slot: 'duration',
      remedy: ['h72', 'h24', 'ban'],
      answers: [
        { key: 'emergency-lines', addresses: true },
        { key: 'use-radio', addresses: false },
      ],
    },
  ],
  statements: [
    { key: 'who-is-offline', roles: 'all' },
    { key: 'cabinet-decides', roles: ['ministry'] },
  ],
  prompts: [{ key: 'd1', step: 'reactions' }],
  sources: 2,
};

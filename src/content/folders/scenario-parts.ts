/** The smaller parts of a scenario: clauses and their slots, phases, announcements, objections, statements, questions for the debrief. */
import {
  ClauseStructure,
  DEBRIEF_STEPS,
  InjectStructure,
  OBJECTION_KINDS,
  ObjectionStructure,
  PHASE_KINDS,
  PhaseStructure,
  ScenarioStructure,
  SlotStructure,
  StatementStructure,
} from '../scenario';
import { conditionTree, readCondition } from './scenario-condition';
import { readOptions } from './scenario-goal';
import { ScenarioNames } from './scenario-names';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const MOST_SLOTS = 8;
const MOST_OPTIONS = 8;
const MOST_ANSWERS = 8;
const LONGEST_MINUTES = 600;
const LONGEST_HOURS = 2000;
const MOST_STATEMENTS = 20;

type Prompt = ScenarioStructure['prompts'][number];

export function readClause(sheet: Sheet, branch: Branch, where: string): ClauseStructure {
  const fields = sheet.fields(branch, where, ['key', 'kind', 'slots'], ['tabled']);
  return {
    key: sheet.key(fields, 'key'),
    kind: sheet.word(fields, 'kind', ['preamble', 'operative', 'recommendation']),
    tabled: sheet.flag(fields, 'tabled', true),
    slots: sheet.parts(fields, 'slots', [0, MOST_SLOTS], (each, at) => readSlot(sheet, each, at)),
  };
}

function readSlot(sheet: Sheet, branch: Branch, where: string): SlotStructure {
  const fields = sheet.fields(branch, where, ['key', 'options', 'start']);
  const options = sheet.keys(fields, 'options', 2, MOST_OPTIONS);
  return { key: sheet.key(fields, 'key'), options, start: sheet.reference(fields, 'start', options) };
}

export function readPhase(sheet: Sheet, branch: Branch, where: string): PhaseStructure {
  const fields = sheet.fields(branch, where, ['key', 'kind'], ['live', 'async']);
  const [live, async] = ['live', 'async'].map((mode) => (sheet.isNothing(fields, mode) ? null : fields.entries.get(mode)!));
  return {
    key: sheet.key(fields, 'key'),
    kind: sheet.word(fields, 'kind', PHASE_KINDS),
    live: live ? readLive(sheet, live, within(where, 'live')) : null,
    async: async ? readAsync(sheet, async, within(where, 'async')) : null,
  };
}

function readLive(sheet: Sheet, branch: Branch, where: string): PhaseStructure['live'] {
  return { minutes: sheet.whole(sheet.fields(branch, where, ['minutes']), 'minutes', 1, LONGEST_MINUTES) };
}

function readAsync(sheet: Sheet, branch: Branch, where: string): PhaseStructure['async'] {
  const fields = sheet.fields(branch, where, ['hours', 'quota']);
  return { hours: sheet.whole(fields, 'hours', 1, LONGEST_HOURS), quota: sheet.whole(fields, 'quota', 0, MOST_STATEMENTS) };
}

export function readInject(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames): InjectStructure {
  const waits = sheet.map(branch, where).entries.get('when');
  const fields = sheet.fields(branch, where, ['key', 'to', waits ? 'when' : 'at']);
  const moment = sheet.fields(fields.entries.get('at'), within(where, 'at'), ['phase', 'minute']);
  return {
    key: sheet.key(fields, 'key'),
    to: readAudience(sheet, fields, 'to', names.roles),
    at: waits
      ? { when: readCondition(sheet, waits, within(where, 'when'), names, 'table') }
      : { phase: sheet.reference(moment, 'phase', names.phases), minute: sheet.whole(moment, 'minute', 0, LONGEST_MINUTES) },
  };
}

function readAudience(sheet: Sheet, fields: Fields, name: string, roles: readonly string[]): 'all' | string[] {
  const branch = fields.entries.get(name);
  if (branch?.kind === 'scalar' && branch.source === 'all') return 'all';
  return sheet.references(fields, name, roles, 1);
}

export function readObjection(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames): ObjectionStructure {
  const fields = sheet.fields(branch, where, ['key', 'role', 'kind', 'clause', 'slot', 'remedy', 'answers']);
  const clause = sheet.reference(fields, 'clause', [...names.clauses.keys()]);
  const slot = sheet.reference(fields, 'slot', names.clauses.get(clause) ?? [...names.slots.keys()]);
  return {
    key: sheet.key(fields, 'key'),
    role: sheet.reference(fields, 'role', names.parties),
    kind: sheet.word(fields, 'kind', OBJECTION_KINDS),
    clause,
    slot,
    remedy: readOptions(sheet, fields, slot, names, 'remedy'),
    answers: sheet.parts(fields, 'answers', [1, MOST_ANSWERS], (each, at) => readArgument(sheet, each, at)),
  };
}

function readArgument(sheet: Sheet, branch: Branch, where: string): ObjectionStructure['answers'][number] {
  const fields = sheet.fields(branch, where, ['key'], ['addresses']);
  return { key: sheet.key(fields, 'key'), addresses: sheet.flag(fields, 'addresses', false) };
}

export function readStatement(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames): StatementStructure {
  const fields = sheet.fields(branch, where, ['key', 'roles']);
  return { key: sheet.key(fields, 'key'), roles: readAudience(sheet, fields, 'roles', names.roles) };
}

export function readPrompt(sheet: Sheet, branch: Branch, where: string): Prompt {
  const fields = sheet.fields(branch, where, ['key', 'step']);
  return { key: sheet.key(fields, 'key'), step: sheet.word(fields, 'step', DEBRIEF_STEPS) };
}

export function clauseTree({ key, kind, tabled, slots }: ClauseStructure): Tree {
  return treeOf({ key, kind, ...(tabled ? {} : { tabled }), slots: slots.map((slot) => treeOf({ ...slot })) });
}

export function phaseTree({ key, kind, live, async }: PhaseStructure): Tree {
  return treeOf({ key, kind, ...(live ? { live: treeOf({ ...live }) } : {}), ...(async ? { async: treeOf({ ...async }) } : {}) });
}

export function injectTree({ key, to, at }: InjectStructure): Tree {
  return treeOf({ key, to, ...('when' in at ? { when: conditionTree(at.when) } : { at: treeOf({ ...at }) }) });
}

export function objectionTree({ answers, ...objection }: ObjectionStructure): Tree {
  const all = answers.map(({ key, addresses }) => treeOf({ key, ...(addresses ? { addresses } : {}) }));
  return treeOf({ ...objection, answers: all });
}

export function treeOf(fields: Record<string, Tree>): Map<string, Tree> {
  return new Map(Object.entries(fields));
}

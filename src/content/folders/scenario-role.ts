/** One role of a scenario: its group, its seats, what it wants, and how it plays itself. */
import { GoalStructure, RoleScript, RoleStructure, STAKEHOLDER_GROUPS } from '../scenario';
import { goalTree, readGoal, readOptions } from './scenario-goal';
import { ScenarioNames } from './scenario-names';
import { objectionsOf, readRule, ruleTree } from './scenario-rule';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const MOST_SEATS = 24;
const MOST_GOALS = 12;
const MOST_RULES = 60;
const MOST_ROUNDS = 12;
const MOST_VALUE = 1000;

export function readRole(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames): RoleStructure {
  const chair = sheet.flag(sheet.map(branch, where), 'chair', false);
  const own = chair ? [] : ['goals'];
  const fields = sheet.fields(branch, where, ['key', 'group', 'seats', ...own], ['chair', ...(chair ? ['goals'] : ['playable', 'script'])]);
  const key = sheet.key(fields, 'key');
  return {
    key,
    group: sheet.word(fields, 'group', STAKEHOLDER_GROUPS),
    seats: readSeats(sheet, fields),
    chair,
    playable: sheet.flag(fields, 'playable', false),
    script:
      chair || sheet.isNothing(fields, 'script')
        ? null
        : readScript(sheet, fields.entries.get('script')!, within(where, 'script'), names, key),
    goals: readGoals(sheet, fields, names),
  };
}

function readSeats(sheet: Sheet, fields: Fields): RoleStructure['seats'] {
  const seats = sheet.fields(fields.entries.get('seats'), within(fields.where, 'seats'), ['min', 'max']);
  const min = sheet.whole(seats, 'min', 0, MOST_SEATS);
  return { min, max: sheet.whole(seats, 'max', Math.max(min, 1), MOST_SEATS) };
}

function readGoals(sheet: Sheet, fields: Fields, names: ScenarioNames): GoalStructure[] {
  return sheet.parts(fields, 'goals', [0, MOST_GOALS], (branch, where) => readGoal(sheet, branch, where, names));
}

function readScript(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames, role: string): RoleScript {
  const fields = sheet.fields(branch, where, ['aspiration', 'reservation', 'concede', 'values'], ['red', 'rules']);
  const reservation = sheet.whole(fields, 'reservation', -MOST_VALUE, MOST_VALUE);
  return {
    aspiration: sheet.whole(fields, 'aspiration', reservation, MOST_VALUE),
    reservation,
    concede: readSteps(sheet, fields),
    values: readValues(sheet, fields, names),
    red: readRedLines(sheet, fields, names, role),
    rules: sheet.parts(fields, 'rules', [0, MOST_RULES], (each, at) => readRule(sheet, each, at, names, role)),
  };
}

function readSteps(sheet: Sheet, fields: Fields): number[] {
  return sheet.list(fields, 'concede', 1, MOST_ROUNDS).map((branch, index) => {
    const name = String(index + 1);
    return sheet.whole(
      { where: within(fields.where, 'concede'), line: branch.line, entries: new Map([[name, branch]]) },
      name,
      0,
      MOST_VALUE,
    );
  });
}

function readValues(sheet: Sheet, fields: Fields, { slots }: ScenarioNames): RoleScript['values'] {
  const values = sheet.map(fields.entries.get('values'), within(fields.where, 'values'));
  const bySlot = [...values.entries].map(([slot, branch]) => {
    sheet.mustBeKnown(slot, branch.line, values.where, [...slots.keys()]);
    const options = sheet.map(branch, within(values.where, slot));
    const byOption = [...options.entries].map(([option, { line }]) => {
      if (slots.has(slot)) sheet.mustBeKnown(option, line, options.where, slots.get(slot)!);
      return [option, sheet.whole(options, option, -MOST_VALUE, MOST_VALUE)] as const;
    });
    return [slot, Object.fromEntries(byOption)] as const;
  });
  return Object.fromEntries(bySlot);
}

function readRedLines(sheet: Sheet, fields: Fields, names: ScenarioNames, role: string): RoleScript['red'] {
  return sheet.list(fields, 'red', 0, MOST_GOALS).map((branch, index) => {
    const where = within(fields.where, `red.${index + 1}`);
    const line = sheet.fields(branch, where, ['slot', 'options', 'objection']);
    const slot = sheet.reference(line, 'slot', [...names.slots.keys()]);
    const options = readOptions(sheet, line, slot, names);
    const objection = sheet.reference(line, 'objection', objectionsOf(names, role));
    const raised = names.objections.get(objection);
    const about = raised?.role === role && names.slots.has(slot) ? raised.slot : slot;
    if (about !== slot) sheet.note('content.problem.red-line-objection', branch.line, { name: where, objection, slot: about });
    return { slot, options, objection };
  });
}

export function roleTree({ key, group, seats, chair, playable, script, goals }: RoleStructure): Tree {
  return new Map<string, Tree>([
    ['key', key],
    ['group', group],
    ['seats', new Map(Object.entries(seats))],
    ...(chair ? [['chair', true] as const] : []),
    ...(playable ? [['playable', true] as const] : []),
    ...(script ? [['script', scriptTree(script)] as const] : []),
    ...(chair && goals.length === 0 ? [] : [['goals', goals.map(goalTree)] as const]),
  ]);
}

function scriptTree({ aspiration, reservation, concede, values, red, rules }: RoleScript): Tree {
  const byOption = Object.entries(values).map(([slot, options]) => [slot, new Map(Object.entries(options))] as const);
  return new Map<string, Tree>([
    ['aspiration', aspiration],
    ['reservation', reservation],
    ['concede', concede],
    ['values', new Map(byOption)],
    ...(red.length ? [['red', red.map((line) => new Map<string, Tree>(Object.entries(line)))] as const] : []),
    ...(rules.length ? [['rules', rules.map(ruleTree)] as const] : []),
  ]);
}

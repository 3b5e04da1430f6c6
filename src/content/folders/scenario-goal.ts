/** One goal of a role: what it is measured by when all is over. */
import { Goal, GoalStructure } from '../scenario';
import { ScenarioNames } from './scenario-names';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const HEAVIEST = 100;
const KINDS = ['slot', 'red-line', 'level', 'objection', 'process', 'relation', 'learning'] as const;

type Kind = Goal['kind'];

/** What a kind of goal says beside key, kind, weight and visibility. */
const OWN: Record<Kind, readonly string[]> = {
  slot: ['slot', 'options'],
  'red-line': ['slot', 'options'],
  level: ['clause'],
  objection: ['test'],
  process: ['test'],
  relation: ['test'],
  learning: ['test'],
};

export function readGoal(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames): GoalStructure {
  const kind = sheet.word(sheet.map(branch, where), 'kind', KINDS);
  const own = Object.hasOwn(OWN, kind) ? OWN[kind] : [];
  const fields = sheet.fields(branch, where, ['key', 'kind', ...own, 'weight', 'visibility'], own.length ? [] : Object.values(OWN).flat());
  return {
    key: sheet.key(fields, 'key'),
    ...readTest(sheet, fields, kind, names),
    weight: sheet.whole(fields, 'weight', 1, HEAVIEST),
    visibility: sheet.word(fields, 'visibility', ['public', 'confidential', 'facilitator']),
  };
}

function readTest(sheet: Sheet, fields: Fields, kind: Kind, names: ScenarioNames): Goal {
  switch (kind) {
    case 'slot':
    case 'red-line': {
      const slot = sheet.reference(fields, 'slot', [...names.slots.keys()]);
      return { kind, slot, options: readOptions(sheet, fields, slot, names) };
    }
    case 'level':
      return { kind, clause: sheet.reference(fields, 'clause', [...names.clauses.keys()]) };
    case 'objection':
      return { kind, test: sheet.word(fields, 'test', ['answered-one', 'own-accommodated']) };
    case 'relation':
      return { kind, test: sheet.word(fields, 'test', ['co-sponsored']) };
    case 'learning':
      return { kind, test: sheet.word(fields, 'test', ['moved-with-reason']) };
    case 'process':
      return {
        kind,
        test: sheet.word(fields, 'test', ['spoke-fairly', 'remedy-with-each-objection', 'answered-another-group']),
      };
  }
}

/** Some options of a slot, but not every one: what names them all says nothing. */
export function readOptions(sheet: Sheet, fields: Fields, slot: string, { slots }: ScenarioNames, name = 'options'): string[] {
  const all = slots.get(slot);
  const options = all ? sheet.references(fields, name, all, 1) : sheet.keys(fields, name, 1);
  if (all?.every((option) => options.includes(option))) {
    sheet.note('content.problem.all-options', fields.entries.get(name)!.line, { name: within(fields.where, name), slot });
  }
  return options;
}

export function goalTree({ key, weight, visibility, ...goal }: GoalStructure): Tree {
  return new Map<string, Tree>(Object.entries({ key, ...goal, weight, visibility }));
}

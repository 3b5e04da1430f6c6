/** One rule of a scripted seat: when it fires, and what the seat then does. */
import { ScriptAction, ScriptRule, STANCES, Terms } from '../scenario';
import { conditionTree, readCondition } from './scenario-condition';
import { ScenarioNames } from './scenario-names';
import { Fields, Sheet, within } from './sheet';
import { Branch, Tree } from './yaml';

const HIGHEST_PRIORITY = 1000;
const KINDS = ['say', 'message', 'object', 'stance', 'amend', 'package', 'ask'] as const;
const CALM = STANCES.filter((stance) => stance !== 'object');

type Kind = ScriptAction['kind'];

/** What a kind of action says beside its kind. */
const OWN: Record<Kind, readonly string[]> = {
  say: ['words'],
  message: ['to', 'words'],
  object: ['objection'],
  stance: ['stance'],
  amend: ['terms', 'words'],
  package: ['terms', 'words'],
  ask: ['to', 'words'],
};

/** A rule of the role. */
export function readRule(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames, role: string): ScriptRule {
  const fields = sheet.fields(branch, where, ['key', 'priority', 'once', 'when', 'do']);
  const when = fields.entries.get('when');
  const action = fields.entries.get('do');
  return {
    key: sheet.key(fields, 'key'),
    when: when ? readCondition(sheet, when, within(where, 'when'), names, 'seat') : { all: [] },
    do: action ? readAction(sheet, action, within(where, 'do'), names, role) : { kind: 'say', words: '' },
    priority: sheet.whole(fields, 'priority', 0, HIGHEST_PRIORITY),
    once: sheet.word(fields, 'once', ['table', 'revision']),
  };
}

function readAction(sheet: Sheet, branch: Branch, where: string, names: ScenarioNames, role: string): ScriptAction {
  const kind = sheet.word(sheet.map(branch, where), 'kind', KINDS);
  const own = Object.hasOwn(OWN, kind) ? OWN[kind] : [];
  const fields = sheet.fields(branch, where, ['kind', ...own], own.length ? [] : Object.values(OWN).flat());
  const others = names.roles.filter((each) => each !== role);
  const words = () => sheet.key(fields, 'words');
  switch (kind) {
    case 'message':
    case 'ask':
      return { kind, to: sheet.reference(fields, 'to', others), words: words() };
    case 'object':
      return { kind, objection: sheet.reference(fields, 'objection', objectionsOf(names, role)) };
    case 'stance':
      return { kind, stance: sheet.word(fields, 'stance', CALM) };
    case 'amend':
      return { kind, terms: readAmendment(sheet, fields, names), words: words() };
    case 'package':
      return { kind, terms: readTerms(sheet, fields, names), words: words() };
    case 'say':
      return { kind, words: words() };
  }
}

export function objectionsOf({ objections }: ScenarioNames, role: string): string[] {
  return [...objections].filter(([, objection]) => objection.role === role).map(([key]) => key);
}

function readTerms(sheet: Sheet, fields: Fields, { slots }: ScenarioNames): Terms {
  const branch = fields.entries.get('terms');
  const terms = sheet.map(branch, within(fields.where, 'terms'));
  if (branch?.kind === 'map' && terms.entries.size === 0) {
    sheet.note('content.problem.too-few', terms.line, { name: terms.where, least: 1 });
  }
  const chosen = [...terms.entries].map(([slot, option]) => {
    sheet.mustBeKnown(slot, option.line, terms.where, [...slots.keys()]);
    return [slot, slots.has(slot) ? sheet.asReference(option, within(terms.where, slot), slots.get(slot)!) : ''] as const;
  });
  return Object.fromEntries(chosen);
}

/** An amendment changes one clause; who wants to change several offers a package. */
function readAmendment(sheet: Sheet, fields: Fields, names: ScenarioNames): Terms {
  const terms = readTerms(sheet, fields, names);
  const touched = [...names.clauses].filter(([, slots]) => slots.some((slot) => Object.hasOwn(terms, slot)));
  if (touched.length > 1) {
    sheet.note('content.problem.amends-two-clauses', fields.entries.get('terms')!.line, {
      name: within(fields.where, 'terms'),
      clauses: touched.map(([clause]) => clause).join(', '),
    });
  }
  return terms;
}

export function ruleTree(rule: ScriptRule): Tree {
  return new Map<string, Tree>([
    ['key', rule.key],
    ['priority', rule.priority],
    ['once', rule.once],
    ['when', conditionTree(rule.when)],
    ['do', actionTree(rule.do)],
  ]);
}

function actionTree(action: ScriptAction): Tree {
  const fields = Object.entries(action).map(([name, value]: [string, string | Terms]) => [
    name,
    typeof value === 'string' ? value : new Map<string, Tree>(Object.entries(value)),
  ]);
  return new Map(fields as [string, Tree][]);
}

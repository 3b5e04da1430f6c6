/** Gives a part of a scenario another key, wherever it is named. */
import type { GoalStructure, RoleScript, ScenarioStructure, ScriptAction, Terms } from '../../../content/scenario';
import type { Draft, Edited } from '../draft';
import { conditionRenamed, type Renaming } from './conditions';
import { gapRenamed } from './gap-words';

const SAME: Renaming = { role: (key) => key, clause: (key) => key, slot: (key) => key, option: (_, key) => key };

export function renamedRole(draft: Edited, from: string, to: string): Edited {
  return renamed(draft, { ...SAME, role: (key) => (key === from ? to : key) });
}

export function renamedClause(draft: Edited, from: string, to: string): Edited {
  return renamed(draft, { ...SAME, clause: (key) => (key === from ? to : key) });
}

export function renamedSlot({ structure, texts }: Edited, from: string, to: string): Edited {
  const clause = structure.clauses.find(({ slots }) => slots.some(({ key }) => key === from));
  const at = `clauses.${clause?.key}.text`;
  const words = texts[at] === undefined ? texts : { ...texts, [at]: gapRenamed(texts[at], from, to) };
  return renamed({ structure, texts: words }, { ...SAME, slot: (key) => (key === from ? to : key) });
}

export function renamedOption(draft: Edited, { slot, option }: { slot: string; option: string }, to: string): Edited {
  return renamed(draft, { ...SAME, option: (of, key) => (of === slot && key === option ? to : key) });
}

function renamed({ structure, texts }: Edited, to: Renaming): Edited {
  return { structure: structureRenamed(structure, to), texts: textsRenamed(texts, to) };
}

function structureRenamed(structure: ScenarioStructure, to: Renaming): ScenarioStructure {
  const some = (roles: 'all' | string[]) => (roles === 'all' ? roles : roles.map((role) => to.role(role)));
  return {
    ...structure,
    roles: structure.roles.map((role) => ({
      ...role,
      key: to.role(role.key),
      goals: role.goals.map((goal) => goalRenamed(goal, to)),
      script: role.script && scriptRenamed(role.script, to),
    })),
    clauses: structure.clauses.map((clause) => ({
      ...clause,
      key: to.clause(clause.key),
      slots: clause.slots.map(({ key, options, start }) => ({
        key: to.slot(key),
        options: options.map((option) => to.option(key, option)),
        start: to.option(key, start),
      })),
    })),
    objections: structure.objections.map((objection) => ({
      ...objection,
      role: to.role(objection.role),
      clause: to.clause(objection.clause),
      slot: to.slot(objection.slot),
      remedy: objection.remedy.map((option) => to.option(objection.slot, option)),
    })),
    statements: structure.statements.map((statement) => ({ ...statement, roles: some(statement.roles) })),
    injects: structure.injects.map((inject) => ({
      ...inject,
      to: some(inject.to),
      at: 'when' in inject.at ? { when: conditionRenamed(inject.at.when, to) } : inject.at,
    })),
  };
}

function goalRenamed(goal: GoalStructure, to: Renaming): GoalStructure {
  if (goal.kind === 'level') return { ...goal, clause: to.clause(goal.clause) };
  if (!('slot' in goal)) return goal;
  return { ...goal, slot: to.slot(goal.slot), options: goal.options.map((option) => to.option(goal.slot, option)) };
}

function scriptRenamed(script: RoleScript, to: Renaming): RoleScript {
  const values = Object.entries(script.values).map(([slot, options]) => [
    to.slot(slot),
    Object.fromEntries(Object.entries(options).map(([option, value]) => [to.option(slot, option), value])),
  ]);
  return {
    ...script,
    values: Object.fromEntries(values) as RoleScript['values'],
    red: script.red.map((line) => ({
      ...line,
      slot: to.slot(line.slot),
      options: line.options.map((option) => to.option(line.slot, option)),
    })),
    rules: script.rules.map((rule) => ({ ...rule, when: conditionRenamed(rule.when, to), do: actionRenamed(rule.do, to) })),
  };
}

function actionRenamed(action: ScriptAction, to: Renaming): ScriptAction {
  if ('to' in action) return { ...action, to: to.role(action.to) };
  if ('terms' in action) return { ...action, terms: termsRenamed(action.terms, to) };
  return action;
}

function termsRenamed(terms: Terms, to: Renaming): Terms {
  return Object.fromEntries(Object.entries(terms).map(([slot, option]) => [to.slot(slot), to.option(slot, option)]));
}

function textsRenamed(texts: Draft['texts'], to: Renaming): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [keyRenamed(key, to), text]));
}

/** `roles.<role>.…` and `clauses.<clause>.slots.<slot>.options.<option>`. */
function keyRenamed(key: string, to: Renaming): string {
  const [list, first = '', part, slot, ...rest] = key.split('.');
  if (list === 'roles') return [list, to.role(first), ...key.split('.').slice(2)].join('.');
  if (list !== 'clauses') return key;
  if (part !== 'slots' || slot === undefined) return [list, to.clause(first), ...key.split('.').slice(2)].join('.');
  const [options, option] = rest;
  const tail = options === 'options' && option !== undefined ? [options, to.option(slot, option)] : rest;
  return [list, to.clause(first), part, to.slot(slot), ...tail].join('.');
}

/** Takes a part out of a scenario, and with it everything that names it. */
import type { GoalStructure, RoleScript, RoleStructure, ScenarioStructure, ScriptRule, Terms } from '../../../content/scenario';
import type { Edited } from '../draft';
import { stillAsked } from './asked-words';
import { conditionWithout } from './conditions';
import { gapFilled } from './gap-words';
import { isNothing, lost, type Names, optionName } from './names';

/** The draft with another skeleton: what named something that is not there any more goes along, and then what named that, to the end. */
export function settled(before: Edited, changed: ScenarioStructure): Edited {
  let [structure, gone] = [changed, lost(before.structure, changed)];
  while (!isNothing(gone)) {
    const next = pass(structure, gone);
    gone = lost(structure, next);
    structure = next;
  }
  return { structure, texts: stillAsked(before.texts, before.structure, structure) };
}

export function withoutRole(draft: Edited, key: string): Edited {
  return settled(draft, { ...draft.structure, roles: draft.structure.roles.filter((role) => role.key !== key) });
}

/** The role guides the talk from now on: it takes no side, and whoever had the chair has none. */
export function withChair(draft: Edited, key: string): Edited {
  const roles = draft.structure.roles.map((role) =>
    role.key === key ? { ...role, chair: true, playable: false, script: null } : { ...role, chair: false },
  );
  return settled(draft, { ...draft.structure, roles });
}

export function withoutScript(draft: Edited, key: string): Edited {
  const roles = draft.structure.roles.map((role) => (role.key === key ? { ...role, script: null } : role));
  return settled(draft, { ...draft.structure, roles });
}

export function withoutGoal(draft: Edited, { role, goal }: { role: string; goal: string }): Edited {
  const roles = draft.structure.roles.map((each) =>
    each.key === role ? { ...each, goals: each.goals.filter(({ key }) => key !== goal) } : each,
  );
  return settled(draft, { ...draft.structure, roles });
}

export function withoutRule(draft: Edited, { role, rule }: { role: string; rule: string }): Edited {
  const left = (script: RoleScript) => ({ ...script, rules: script.rules.filter(({ key }) => key !== rule) });
  const roles = draft.structure.roles.map((each) => (each.key === role && each.script ? { ...each, script: left(each.script) } : each));
  return settled(draft, { ...draft.structure, roles });
}

export function withoutClause(draft: Edited, key: string): Edited {
  return settled(draft, { ...draft.structure, clauses: draft.structure.clauses.filter((clause) => clause.key !== key) });
}

/** Where the slot stood in the text, the words stand with which it began. */
export function withoutSlot(draft: Edited, key: string): Edited {
  const { structure, texts } = draft;
  const clause = structure.clauses.find(({ slots }) => slots.some((slot) => slot.key === key));
  if (!clause) return draft;
  const { start } = clause.slots.find((slot) => slot.key === key)!;
  const text = texts[`clauses.${clause.key}.text`];
  const words = texts[`clauses.${clause.key}.slots.${key}.options.${start}`] ?? '';
  const filled = text === undefined ? {} : { [`clauses.${clause.key}.text`]: gapFilled(text, key, words) };
  const clauses = structure.clauses.map((each) => ({ ...each, slots: each.slots.filter((slot) => slot.key !== key) }));
  const left = settled(draft, { ...structure, clauses });
  return { ...left, texts: { ...left.texts, ...filled } };
}

/** A text that began with the option begins with the first that is left. */
export function withoutOption(draft: Edited, { slot, option }: { slot: string; option: string }): Edited {
  const clauses = draft.structure.clauses.map((clause) => ({
    ...clause,
    slots: clause.slots.map((each) => {
      if (each.key !== slot) return each;
      const options = each.options.filter((key) => key !== option);
      return { ...each, options, start: each.start === option ? (options[0] ?? '') : each.start };
    }),
  }));
  return settled(draft, { ...draft.structure, clauses });
}

/** One round: nothing that is left names what is gone. */
function pass(structure: ScenarioStructure, gone: Names): ScenarioStructure {
  const some = (keys: string[], lostKeys: string[]) => keys.filter((key) => !lostKeys.includes(key));
  const everybody = (to: 'all' | string[]) => (to === 'all' ? to : some(to, gone.roles));
  /** Whoever was for some roles, of whom none is left, is for nobody. */
  const forNobody = (was: 'all' | string[], is: 'all' | string[]) => was !== 'all' && was.length > 0 && is.length === 0;
  return {
    ...structure,
    roles: structure.roles.map((role) => roleWithout(role, gone)),
    objections: structure.objections
      .filter(({ role, clause, slot }) => !(gone.parties.includes(role) || gone.clauses.includes(clause) || gone.slots.includes(slot)))
      .map((objection) => ({ ...objection, remedy: optionsLeft(objection.slot, objection.remedy, gone) })),
    statements: structure.statements.flatMap((statement) => {
      const roles = everybody(statement.roles);
      return forNobody(statement.roles, roles) ? [] : [{ ...statement, roles }];
    }),
    injects: structure.injects.flatMap((inject) => {
      const to = everybody(inject.to);
      if (forNobody(inject.to, to)) return [];
      if (!('when' in inject.at)) return gone.phases.includes(inject.at.phase) ? [] : [{ ...inject, to }];
      const when = conditionWithout(inject.at.when, gone);
      return when ? [{ ...inject, to, at: { when } }] : [];
    }),
  };
}

function roleWithout(role: RoleStructure, gone: Names): RoleStructure {
  return {
    ...role,
    goals: role.goals.flatMap((goal) => goalWithout(goal, gone)),
    script: role.script && scriptWithout(role.script, gone),
  };
}

function goalWithout(goal: GoalStructure, gone: Names): GoalStructure[] {
  if (goal.kind === 'level') return gone.clauses.includes(goal.clause) ? [] : [goal];
  if (!('slot' in goal)) return [goal];
  const options = optionsLeft(goal.slot, goal.options, gone);
  const emptied = options.length === 0 && goal.options.length > 0;
  return gone.slots.includes(goal.slot) || emptied ? [] : [{ ...goal, options }];
}

function scriptWithout(script: RoleScript, gone: Names): RoleScript {
  const values = Object.entries(script.values).filter(([slot]) => !gone.slots.includes(slot));
  const byOption = ([slot, options]: [string, Record<string, number>]) =>
    [slot, Object.fromEntries(Object.entries(options).filter(([option]) => !gone.options.includes(optionName(slot, option))))] as const;
  return {
    ...script,
    values: Object.fromEntries(values.map(byOption)),
    red: script.red.flatMap((line) => {
      const options = optionsLeft(line.slot, line.options, gone);
      const names = gone.slots.includes(line.slot) || gone.objections.includes(line.objection);
      return names || (options.length === 0 && line.options.length > 0) ? [] : [{ ...line, options }];
    }),
    rules: script.rules.flatMap((rule) => ruleWithout(rule, gone)),
  };
}

function ruleWithout(rule: ScriptRule, gone: Names): ScriptRule[] {
  const when = conditionWithout(rule.when, gone);
  if (!when) return [];
  const action = rule.do;
  if ('to' in action && gone.roles.includes(action.to)) return [];
  if ('objection' in action && gone.objections.includes(action.objection)) return [];
  if (!('terms' in action)) return [{ ...rule, when }];
  const terms = termsLeft(action.terms, gone);
  const emptied = Object.keys(terms).length === 0 && Object.keys(action.terms).length > 0;
  return emptied ? [] : [{ ...rule, when, do: { ...action, terms } }];
}

function termsLeft(terms: Terms, gone: Names): Terms {
  const left = Object.entries(terms).filter(
    ([slot, option]) => !gone.slots.includes(slot) && !gone.options.includes(optionName(slot, option)),
  );
  return Object.fromEntries(left);
}

function optionsLeft(slot: string, options: readonly string[], gone: Names): string[] {
  return options.filter((option) => !gone.options.includes(optionName(slot, option)));
}

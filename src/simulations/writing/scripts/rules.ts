/** When a script does something, and what, as its authors write it. */
import type { Condition, ScriptAction, ScriptRule, Stance, Terms } from '../../../content/scenario';
import { type Draft, type Edited, freshKey, reworded } from '../draft';
import { Mistaken, mistake } from '../editing/mistaken';
import { stillAsked } from '../keys/asked-words';
import { allSlots, namesOf } from '../keys/names';
import { roleOf, withRole } from '../roles/roles';
import { conditionIn, type Row } from './comparisons';
import { ownObjections } from './scripts';

export const ACTIONS = ['say', 'message', 'ask', 'object', 'stance', 'amend', 'package'] as const;
export type ActionKind = (typeof ACTIONS)[number];
export const CALM = ['support', 'live-with', 'stand-aside'] as const satisfies readonly Exclude<Stance, 'object'>[];
export const HIGHEST = 1000;
const MOST_RULES = 60;

export interface RuleWords {
  /** Null: what it waits for stays as it is, because rows cannot say it. */
  rows: Row[] | null;
  action: ActionKind;
  to: string;
  objection: string;
  stance: string;
  /** By slot; empty where nothing changes. */
  term: Readonly<Record<string, string>>;
  words: string;
  priority: number;
  once: ScriptRule['once'];
}

export function ruleOf(draft: Pick<Draft, 'structure'>, role: string, key: string): ScriptRule | undefined {
  return roleOf(draft, role)?.script?.rules.find((rule) => rule.key === key);
}

/** A rule as it is written; without a key a new one. */
export function ruleWritten(draft: Draft, role: string, key: string | null, words: RuleWords): Edited {
  const { rules } = roleOf(draft, role)!.script!;
  if (key === null && rules.length >= MOST_RULES) throw new Mistaken([mistake('words', 'scenario-roles.error.most', { max: MOST_RULES })]);
  const taken = rules.map((each) => each.key);
  const own = key ?? freshKey('rule', taken);
  const before = rules.find((rule) => rule.key === own);
  const action = actionIn(draft, role, words, before?.do);
  const when: Condition = words.rows === null && before ? before.when : conditionIn(draft, words.rows ?? []);
  const rule: ScriptRule = { key: own, when, do: action, priority: words.priority, once: words.once };
  const written = before ? rules.map((each) => (each.key === own ? rule : each)) : [...rules, rule];
  const { structure } = withRole(draft, role, (each) => ({ ...each, script: { ...each.script!, rules: written } }));
  const texts = stillAsked(draft.texts, draft.structure, structure);
  return { structure, texts: 'words' in action ? reworded(texts, { [`say.${action.words}`]: words.words }) : texts };
}

function actionIn(draft: Draft, role: string, form: RuleWords, before: ScriptAction | undefined): ScriptAction {
  const { action: kind } = form;
  const words = () => {
    if (!form.words) throw new Mistaken([mistake('words', 'scenario-roles.error.words')]);
    return before && 'words' in before ? before.words : freshKey('say', namesOf(draft.structure).heard);
  };
  const among = <T extends string>(field: string, value: string, offered: readonly T[]): T => {
    const found = offered.find((one) => one === value);
    if (!found) throw new Mistaken([mistake(field, 'scenario-roles.error.choice')]);
    return found;
  };
  switch (kind) {
    case 'say':
      return { kind, words: words() };
    case 'message':
    case 'ask': {
      const others = namesOf(draft.structure).roles.filter((each) => each !== role);
      return { kind, to: among('to', form.to, others), words: words() };
    }
    case 'object': {
      const own = ownObjections(draft, role).map(({ key }) => key);
      return { kind, objection: among('objection', form.objection, own) };
    }
    case 'stance':
      return { kind, stance: among('stance', form.stance, CALM) };
    case 'amend':
    case 'package':
      return { kind, terms: termsIn(draft, kind, form.term), words: words() };
  }
}

/** An amendment changes one clause; who wants to change several offers a package. */
function termsIn(draft: Draft, kind: 'amend' | 'package', term: RuleWords['term']): Terms {
  const chosen = allSlots(draft.structure).filter(({ key, options }) => options.includes(term[key] ?? ''));
  if (!chosen.length) throw new Mistaken([mistake('term', 'scenario-roles.error.term')]);
  if (kind === 'amend' && new Set(chosen.map(({ clause }) => clause)).size > 1)
    throw new Mistaken([mistake('term', 'scenario-roles.error.one-clause')]);
  return Object.fromEntries(chosen.map(({ key }) => [key, term[key]!]));
}

/** What a rule waits for and does, in the words of its scenario and in phrases. */
import type { Condition, ScriptRule } from '../../../content/scenario';
import { cut } from '../cut';
import type { Draft } from '../draft';
import { rowsOf } from './comparisons';

/** A text of the author's, or a phrase; a key where nothing is written yet. */
export interface Named {
  text: string | null;
  phrase: string | null;
  language: string;
}

function textIn({ texts, language }: Draft, key: string, otherwise: string): Named {
  return { text: cut(texts[key] ?? otherwise), phrase: null, language };
}

const phrased = ({ language }: Draft, phrase: string): Named => ({ text: null, phrase, language });

const POSITIONS: Record<string, string> = { object: 'objection', none: 'silent' };
const positionOf = (stance: string) => `web.position.${POSITIONS[stance] ?? stance}`;

export const roleNamed = (draft: Draft, role: string) => textIn(draft, `roles.${role}.name`, role);
export const clauseNamed = (draft: Draft, clause: string) => textIn(draft, `clauses.${clause}.title`, clause);
export const objectionNamed = (draft: Draft, objection: string) => textIn(draft, `objections.${objection}.problem`, objection);

export function slotNamed(draft: Draft, slot: string): Named {
  return textIn(draft, `clauses.${clauseWith(draft, slot)}.slots.${slot}.name`, slot);
}

export function optionNamed(draft: Draft, slot: string, option: string): Named {
  const text = draft.texts[`clauses.${clauseWith(draft, slot)}.slots.${slot}.options.${option}`];
  return { text: text ?? option, phrase: null, language: draft.language };
}

const clauseWith = ({ structure }: Draft, slot: string) =>
  structure.clauses.find(({ slots }) => slots.some(({ key }) => key === slot))?.key;

/** What a path leads to, beside its kind. */
export function pathNamed(draft: Draft, path: string): Named[] {
  const [kind, first, second] = path.split('.') as [string, string | undefined, string | undefined];
  if (first === undefined) return [];
  switch (kind) {
    case 'slot':
      return [slotNamed(draft, first)];
    case 'said':
    case 'received': {
      const statement = draft.structure.statements.some(({ key }) => key === first);
      return [textIn(draft, statement ? `statements.${first}` : `say.${first}`, first)];
    }
    case 'inject':
      return [textIn(draft, `injects.${first}`, first)];
    case 'stance':
      return [clauseNamed(draft, first), roleNamed(draft, second ?? '')];
    case 'count':
      return [clauseNamed(draft, first), phrased(draft, positionOf(second ?? ''))];
    case 'revision':
      return [clauseNamed(draft, first)];
    default:
      return [objectionNamed(draft, first)];
  }
}

/** With what it is compared, where that is a word. */
export function valueNamed(draft: Draft, path: string, value: string): Named {
  const [kind = '', first = ''] = path.split('.');
  switch (kind) {
    case 'slot':
      return optionNamed(draft, first, value);
    case 'phase':
      return phrased(draft, `scenario-roles.phase.${value}`);
    case 'stance':
      return phrased(draft, positionOf(value));
    default:
      return phrased(draft, value === 'none' ? 'scenario-roles.not-raised' : `simulations.objection-state.${value}`);
  }
}

/** A condition as it is read: comparisons, joined. */
export interface Read {
  join: 'all' | 'any' | 'not' | null;
  items: Read[];
  kind: string;
  about: Named[];
  op: string;
  number: number | null;
  values: Named[];
}

export function conditionRead(draft: Draft, when: Condition): Read {
  const none = { items: [], kind: '', about: [], op: '', number: null, values: [] };
  if ('not' in when) return { ...none, join: 'not', items: [conditionRead(draft, when.not)] };
  if ('all' in when) return { ...none, join: 'all', items: when.all.map((each) => conditionRead(draft, each)) };
  if ('any' in when) return { ...none, join: 'any', items: when.any.map((each) => conditionRead(draft, each)) };
  const { path, op, value } = when;
  const words = typeof value === 'number' ? [] : [value].flat();
  return {
    ...none,
    join: null,
    kind: path.split('.')[0]!,
    about: pathNamed(draft, path),
    op,
    number: typeof value === 'number' ? value : null,
    values: words.map((word) => valueNamed(draft, path, word)),
  };
}

/** A rule as a line of a list. */
export function ruleRead(draft: Draft, { key, when, do: action, priority, once }: ScriptRule) {
  const terms = 'terms' in action ? Object.entries(action.terms) : [];
  return {
    key,
    priority,
    once,
    nested: rowsOf(when) === null,
    when: conditionRead(draft, when),
    action: action.kind,
    to: 'to' in action ? roleNamed(draft, action.to) : null,
    said: 'words' in action ? textIn(draft, `say.${action.words}`, action.words) : null,
    objection: action.kind === 'object' ? objectionNamed(draft, action.objection) : null,
    stance: action.kind === 'stance' ? positionOf(action.stance) : null,
    terms: terms.map(([slot, option]) => ({ slot: slotNamed(draft, slot), option: optionNamed(draft, slot, option) })),
  };
}

import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import { type Draft, under } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import { namesOf } from '../keys/names';
import { pointsOf } from '../roles/goal.view';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { comparedWith, MOST_ROWS, NUMBER_OPS, pathsOf, type Row, rowsOf, WORD_OPS } from './comparisons';
import { conditionRead, objectionNamed, pathNamed, roleNamed, valueNamed } from './in-words';
import { ACTIONS, CALM, ruleOf } from './rules';
import { ownObjections } from './scripts';

/** What the form of a rule shows beside what it waits for; of a new one nothing yet. */
export function ruleShown(draft: Draft, role: string, key: string | null): Shown[] | null {
  const rule = key === null ? null : ruleOf(draft, role, key);
  if (rule === undefined) return null;
  const action = rule?.do;
  const terms = action && 'terms' in action ? action.terms : {};
  const rows = (rule && rowsOf(rule.when)) ?? [];
  const said = action && 'words' in action ? (draft.texts[`say.${action.words}`] ?? '') : '';
  return [
    ...whenShown(draft, rows),
    { name: 'action', value: action?.kind ?? '', label: 'scenario-roles.rule.action', codes: (value) => `scenario-roles.action.${value}` },
    { name: 'to', value: action && 'to' in action ? action.to : '', label: 'scenario-roles.rule.to' },
    { name: 'objection', value: action?.kind === 'object' ? action.objection : '', label: 'scenario-roles.rule.objection' },
    { name: 'stance', value: action?.kind === 'stance' ? action.stance : '', label: 'scenario-roles.rule.stance' },
    ...pointsOf(draft, []).map((point): Shown => ({
      name: `term.${point.key}`,
      value: under(terms, point.key) ?? '',
      label: 'scenario-roles.rule.term',
      of: point.name.text ?? point.key,
    })),
    { name: 'words', value: said, label: 'scenario-roles.rule.words' },
    { name: 'priority', value: String(rule?.priority ?? 50), label: 'scenario-roles.rule.priority' },
    { name: 'once', value: rule?.once ?? 'table', label: 'scenario-roles.rule.once', codes: (value) => `scenario-roles.once.${value}` },
  ];
}

/** The rows of a rule, field by field. */
function whenShown(draft: Draft, rows: readonly Row[]): Shown[] {
  const label = 'scenario-roles.rule.when';
  const places = Array.from({ length: MOST_ROWS }, (_, index) => index + 1);
  const paths = pathsOf(draft).flatMap((group) => group.paths);
  const named = (path: string) => pathNamed(draft, path).map(({ text }) => text ?? '');
  const words = Object.fromEntries(paths.map((path) => [path, named(path).filter(Boolean).join(': ') || path]));
  const options = pointsOf(draft, []).flatMap((point) => point.options);
  const ticked = places.flatMap((place) => options.map(({ key, word }) => [`${place}.${key}`, word.text ?? key]));
  return [
    ...places.flatMap((place): Shown[] => [
      { name: `path.${place}`, value: rows[place - 1]?.path ?? '', label, words },
      { name: `number.${place}`, value: rows[place - 1]?.number ?? '', label },
    ]),
    {
      name: 'is',
      value: rows.flatMap(({ is }, index) => is.map((one) => `${index + 1}.${one}`)),
      label,
      words: Object.fromEntries(ticked) as Record<string, string>,
    },
  ];
}

/** What a rule's page holds beside the draft: its rows as they were changed, and the form as it was sent. */
export interface RuleForms {
  rows?: Row[];
  sent?: Sent;
  errors?: FormError[];
}

/** views/simulations/writing-rule.hbs: when a script does something, and what. */
export function writingRulePage(own: OwnScenario, role: string, key: string | null, { rows, sent, errors = [] }: RuleForms = {}) {
  const { scenario } = own;
  const shown = ruleShown(scenario, role, key)!;
  const typed = new Filled(shown, sent ?? null);
  const rule = key === null ? null : ruleOf(scenario, role, key)!;
  const kept = rule && rowsOf(rule.when) === null ? conditionRead(scenario, rule.when) : null;
  const all = rows ?? (rule && rowsOf(rule.when)) ?? [];
  const here = all.filter(({ path }) => comparedWith(scenario, path) !== null);
  const action = ACTIONS.find((one) => one === typed.of('action')) ?? 'say';
  const choices = (keys: readonly string[], named: (draft: Draft, each: string) => { text: string | null }, chosen: unknown) =>
    keys.map((value) => ({ value, label: named(scenario, value).text ?? value, language: scenario.language, selected: value === chosen }));
  const { roles } = namesOf(scenario.structure);
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    formId: newId(),
    role: { key: role, name: wordOf(scenario, `roles.${role}.name`) },
    key,
    title: key === null ? 'scenario-roles.rule.new' : 'scenario-roles.rule.title',
    action,
    submit: `/roles/${role}/rules/${key ?? 'new'}`,
    kept,
    rows: here.map((row, index) => rowShown(scenario, row, index + 1)),
    room: !kept && here.length < MOST_ROWS,
    paths: pathsOf(scenario).map(({ kind, paths }) => ({
      kind: `scenario-roles.path.${kind}`,
      paths: paths.map((path) => optionShown(scenario, path)),
    })),
    to: ['message', 'ask'].includes(action)
      ? choices(
          roles.filter((each) => each !== role),
          roleNamed,
          typed.of('to'),
        )
      : null,
    objections:
      action === 'object'
        ? choices(
            ownObjections(scenario, role).map((each) => each.key),
            objectionNamed,
            typed.of('objection'),
          )
        : null,
    stances:
      action === 'stance'
        ? CALM.map((value) => ({ value, phrase: `web.position.${value}`, selected: value === typed.of('stance') }))
        : null,
    terms: ['amend', 'package'].includes(action)
      ? pointsOf(scenario, []).map((point) => ({
          ...point,
          name: point.name.text ?? point.key,
          field: `term.${point.key}`,
          chosen: typed.of(`term.${point.key}`),
        }))
      : null,
    words: ['object', 'stance'].includes(action) ? null : { said: typed.of('words') },
    typed: { priority: typed.of('priority') || '50' },
    onces: (['table', 'revision'] as const).map((value) => ({
      value,
      phrase: `scenario-roles.once.${value}`,
      selected: value === (typed.of('once') || 'table'),
    })),
  };
}

/** An option holds no elements: with an author's words in it, it is in their language. */
function optionShown(draft: Draft, path: string) {
  const about = pathNamed(draft, path);
  return { path, about, language: about.some(({ phrase }) => !phrase) ? draft.language : null };
}

function rowShown(draft: Draft, { path, op, number, is }: Row, place: number) {
  const compared = comparedWith(draft, path);
  const ops = compared === 'number' ? NUMBER_OPS : WORD_OPS;
  return {
    place,
    path,
    kind: `scenario-roles.path.${path.split('.')[0]!}`,
    about: pathNamed(draft, path),
    ops: ops.map((value) => ({ value, phrase: `scenario-roles.op.${value}`, selected: value === op })),
    number: compared === 'number' ? { typed: number } : null,
    values: (compared === 'number' ? [] : (compared ?? [])).map((value) => ({
      value: `${place}.${value}`,
      named: valueNamed(draft, path, value),
      chosen: is.includes(value),
    })),
  };
}

import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Draft } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { astray, beginning, CLAUSE_KINDS, clauseOf } from './clauses';

const kindPhrase = (kind: string) => `scenario-roles.clause-kind.${kind}`;

export const kindsOf = (chosen: unknown) => CLAUSE_KINDS.map((value) => ({ value, phrase: kindPhrase(value), selected: value === chosen }));

/** views/simulations/writing-clauses.hbs: the clauses of a scenario in the order of the text. */
export function writingClausesPage(own: OwnScenario, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const { clauses } = scenario.structure;
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    ids: { order: newId(), add: newId() },
    clauses: clauses.map(({ key, kind, tabled, slots }, index) => ({
      key,
      number: index + 1,
      title: wordOf(scenario, `clauses.${key}.title`),
      kind: kindPhrase(kind),
      tabled,
      slots: slots.length,
      first: index === 0,
      last: index === clauses.length - 1,
    })),
    typed: { title: String(sent?.['title'] ?? '') },
    kinds: kindsOf(sent?.['kind'] ?? 'operative'),
  };
}

/** What the form of a clause shows. */
export function clauseShown(draft: Draft, key: string): Shown[] | null {
  const clause = clauseOf(draft, key);
  if (!clause) return null;
  const word = (name: string) => draft.texts[`clauses.${key}.${name}`] ?? '';
  return [
    { name: 'title', value: word('title'), label: 'scenario-roles.clause.title' },
    { name: 'kind', value: clause.kind, label: 'scenario-roles.clause.kind', codes: kindPhrase },
    {
      name: 'tabled',
      value: clause.tabled ? ['yes'] : [],
      label: 'scenario-roles.clause.tabled',
      codes: () => 'scenario-roles.answer.yes',
    },
    { name: 'text', value: word('text'), label: 'scenario-roles.clause.text' },
    { name: 'key', value: key, label: 'scenario-roles.key' },
  ];
}

/** views/simulations/writing-clause.hbs: one clause, its text and its open points. */
export function writingClausePage(own: OwnScenario, key: string, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const clause = clauseOf(scenario, key)!;
  const typed = new Filled(clauseShown(scenario, key)!, sent);
  const word = (name: string) => wordOf(scenario, `clauses.${key}.${name}`);
  const title = word('title');
  const { unknown, unsaid, twice } = astray(clause, typed.of('text'));
  const named = (slot: string) => ({ key: slot, name: word(`slots.${slot}.name`) });
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    formId: newId(),
    key,
    title,
    typed: { title: typed.of('title'), text: typed.of('text'), key: typed.of('key') },
    tabled: typed.all('tabled').length > 0,
    kinds: kindsOf(typed.of('kind')),
    slots: clause.slots.map(({ key: slot, options, start }) => ({
      ...named(slot),
      gap: `{{${slot}}}`,
      options: options.map((option) => ({ word: word(`slots.${slot}.options.${option}`), start: option === start })),
    })),
    reads: { language: scenario.language, direction: title.direction, pieces: beginning(scenario, clause) },
    unknown,
    unsaid: unsaid.map(named),
    twice: twice.map(named),
  };
}

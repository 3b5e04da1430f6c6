import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import type { Draft } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import { optionName } from '../keys/names';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { goalOf, MEASURES, measureOf, VISIBILITIES } from './goals';

const visibilityPhrase = (visibility: string) => `scenario-roles.visibility.${visibility}`;
const measurePhrase = (measure: string) => `scenario-roles.measure.${measure}`;

/** What the form of a goal shows; of a new one nothing yet. */
export function goalShown(draft: Draft, role: string, key: string | null): Shown[] | null {
  const goal = key === null ? null : goalOf(draft, role, key);
  if (goal === undefined) return null;
  const options = goal && 'options' in goal ? goal.options.map((option) => optionName(goal.slot, option)) : [];
  return [
    { name: 'measure', value: goal ? measureOf(goal) : '', label: 'scenario-roles.goal.measure', codes: measurePhrase },
    { name: 'text', value: (goal && draft.texts[`roles.${role}.goals.${key}`]) ?? '', label: 'scenario-roles.goal.text' },
    { name: 'options', value: options, label: 'scenario-roles.goal.options', words: optionWords(draft) },
    { name: 'clause', value: goal?.kind === 'level' ? goal.clause : '', label: 'scenario-roles.goal.clause', words: clauseWords(draft) },
    { name: 'weight', value: String(goal?.weight ?? 1), label: 'scenario-roles.goal.weight' },
    { name: 'visibility', value: goal?.visibility ?? 'confidential', label: 'scenario-roles.goal.visibility', codes: visibilityPhrase },
  ];
}

/** views/simulations/writing-goal.hbs: one goal of a role, new or again. */
export function writingGoalPage(own: OwnScenario, role: string, key: string | null, sent: Sent | null, errors: FormError[] = []) {
  const { scenario } = own;
  const typed = new Filled(goalShown(scenario, role, key)!, sent);
  const measure = MEASURES.find((one) => one === typed.of('measure')) ?? 'slot';
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    formId: newId(),
    role: { key: role, name: wordOf(scenario, `roles.${role}.name`) },
    key,
    title: key === null ? 'scenario-roles.goal.new' : 'scenario-roles.goal.title',
    action: `/roles/${role}/goals/${key ?? 'new'}`,
    measure,
    typed: { text: typed.of('text'), weight: typed.of('weight') || '1' },
    points: measure === 'slot' || measure === 'red-line' ? pointsOf(scenario, typed.all('options')) : null,
    clauses:
      measure === 'level'
        ? scenario.structure.clauses.map((clause) => ({
            value: clause.key,
            label: scenario.texts[`clauses.${clause.key}.title`] ?? clause.key,
            language: scenario.language,
            selected: clause.key === typed.of('clause'),
          }))
        : null,
    visibilities: VISIBILITIES.map((value) => ({
      value,
      phrase: visibilityPhrase(value),
      selected: value === (typed.of('visibility') || 'confidential'),
    })),
  };
}

/** The open points of a draft with their options, of which some are chosen. */
export function pointsOf(draft: Draft, chosen: readonly string[]) {
  return draft.structure.clauses.flatMap((clause) =>
    clause.slots.map(({ key, options }) => ({
      key,
      name: wordOf(draft, `clauses.${clause.key}.slots.${key}.name`),
      options: options.map((option) => ({
        value: optionName(key, option),
        key: option,
        word: wordOf(draft, `clauses.${clause.key}.slots.${key}.options.${option}`),
        chosen: chosen.includes(optionName(key, option)),
      })),
    })),
  );
}

/** Words of all options, by `slot.option`. */
export function optionWords(draft: Draft): Record<string, string> {
  const all = pointsOf(draft, []).flatMap(({ name, options }) =>
    options.map(({ value, key, word }) => [value, `${name.text ?? ''}: ${word.text ?? key}`]),
  );
  return Object.fromEntries(all) as Record<string, string>;
}

function clauseWords({ structure, texts }: Draft): Record<string, string> {
  return Object.fromEntries(structure.clauses.map(({ key }) => [key, texts[`clauses.${key}.title`] ?? key]));
}

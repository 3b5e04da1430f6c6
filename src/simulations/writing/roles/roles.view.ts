import { STAKEHOLDER_GROUPS } from '../../../content/scenario';
import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import { tableSymbols } from '../../../web/pictures/symbols';
import { signOf } from '../../room/scene.view';
import type { Draft } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { MEASURES, measureOf } from './goals';
import { roleOf } from './roles';

const groupPhrase = (group: string) => `simulations.group.${group}`;
const groupsOf = (chosen: unknown) =>
  STAKEHOLDER_GROUPS.map((value) => ({ value, phrase: groupPhrase(value), selected: value === chosen }));

/** views/simulations/writing-roles.hbs: who sits at the table, in the order of the seats. */
export function writingRolesPage(own: OwnScenario, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const { roles } = scenario.structure;
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    ids: { order: newId(), add: newId() },
    chairs: roles.filter(({ chair }) => chair).length,
    roles: roles.map(({ key, group, seats, chair, playable, script, goals }, index) => ({
      key,
      number: index + 1,
      name: wordOf(scenario, `roles.${key}.name`),
      sign: signOf(group),
      group: groupPhrase(group),
      seats,
      chair,
      playable,
      scripted: script !== null,
      goals: goals.length,
      first: index === 0,
      last: index === roles.length - 1,
    })),
    typed: { name: String(sent?.['name'] ?? '') },
    groups: groupsOf(sent?.['group'] ?? 'government'),
  };
}

/** What the form of a role shows. */
export function roleShown(draft: Draft, key: string): Shown[] | null {
  const role = roleOf(draft, key);
  if (!role) return null;
  const word = (name: string) => draft.texts[`roles.${key}.${name}`] ?? '';
  return [
    { name: 'name', value: word('name'), label: 'scenario-roles.role.name' },
    { name: 'group', value: role.group, label: 'scenario-roles.role.group', codes: groupPhrase },
    { name: 'least', value: String(role.seats.min), label: 'scenario-roles.role.least' },
    { name: 'most', value: String(role.seats.max), label: 'scenario-roles.role.most' },
    {
      name: 'playable',
      value: role.playable ? ['yes'] : [],
      label: 'scenario-roles.role.playable',
      codes: () => 'scenario-roles.answer.yes',
    },
    { name: 'said', value: word('public'), label: 'scenario-roles.role.public' },
    { name: 'brief', value: word('brief'), label: 'scenario-roles.role.brief' },
    { name: 'key', value: key, label: 'scenario-roles.key' },
  ];
}

/** views/simulations/writing-role.hbs: one role, what it wants, and how it plays itself. */
export function writingRolePage(own: OwnScenario, key: string, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const { chair, script, goals, group } = roleOf(scenario, key)!;
  const typed = new Filled(roleShown(scenario, key)!, sent);
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    symbols: tableSymbols(),
    formId: newId(),
    key,
    sign: signOf(group),
    name: wordOf(scenario, `roles.${key}.name`),
    typed: {
      name: typed.of('name'),
      least: typed.of('least'),
      most: typed.of('most'),
      said: typed.of('said'),
      brief: typed.of('brief'),
      key: typed.of('key'),
    },
    groups: groupsOf(typed.of('group')),
    playable: typed.all('playable').length > 0,
    chair,
    script: script && { rules: script.rules.length, aspiration: script.aspiration, reservation: script.reservation },
    goals: goals.map((goal) => ({
      key: goal.key,
      text: wordOf(scenario, `roles.${key}.goals.${goal.key}`),
      measure: measureOf(goal),
      visibility: goal.visibility,
      weight: goal.weight,
    })),
    measures: MEASURES.map((value) => ({ value, phrase: `scenario-roles.measure.${value}`, selected: false })),
  };
}

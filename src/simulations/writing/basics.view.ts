import { CONSENSUS_PRESETS, FLOOR_POLICIES, TABLE_MODES, UNSEAL_POLICIES } from '../../content/scenario';
import { newId } from '../../kernel/identifier';
import { directionOf, LANGUAGE_NAMES } from '../../kernel/language';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import { type BasicsForm, type TypedBasics, typedBasics } from './basics.form';
import type { ChapterScenario } from './chapter-scenario.entity';
import { type OwnScenario, scenarioAddress } from './scenario-of-chapter.guard';
import { titleOf } from './scenarios.view';

/** views/simulations/basics.hbs: what a role-play is called, how it is played, and what one learns there. */
export function basicsPage(own: OwnScenario, typed: BasicsForm | null = null, errors: FormError[] = []) {
  const { chapter, scenario } = own;
  const address = scenarioAddress(own);
  const values: TypedBasics = typed ?? typedBasics(scenario);
  const choices = (offered: readonly string[], chosen: string) => offered.map((value) => ({ value, chosen: value === chosen }));
  return {
    errors: errors.length ? errors : null,
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    address,
    action: `${address}/basics`,
    name: titleOf(scenario),
    written: { name: LANGUAGE_NAMES[scenario.language], language: scenario.language, direction: directionOf(scenario.language) },
    open: !scenario.archivedAt,
    values,
    modes: TABLE_MODES.map((mode) => ({ mode, chosen: values[mode] === 'yes' })),
    presets: choices(CONSENSUS_PRESETS, values.preset),
    floors: choices(FLOOR_POLICIES, values.floor),
    unseals: choices(UNSEAL_POLICIES, values.unseal),
  };
}

/** The fields as they stand on the page, and the phrase that names each. */
const FIELDS: readonly [name: Exclude<keyof TypedBasics, 'version'>, label: string][] = [
  ['title', 'title-label'],
  ['summary', 'summary'],
  ['live', 'mode-live'],
  ['async', 'mode-async'],
  ['solo', 'mode-solo'],
  ['minutes', 'minutes'],
  ['fewest', 'fewest'],
  ['best', 'best'],
  ['most', 'most'],
  ['preset', 'preset'],
  ['floor', 'floor'],
  ['unseal', 'unseal'],
  ['objectives', 'objectives'],
  ['licence', 'licence'],
  ['authors', 'authors'],
];

/** views/errors/conflict.hbs: somebody else changed the same role-play. */
export function basicsConflict(own: OwnScenario, mine: BasicsForm, theirs: ChapterScenario) {
  const other = typedBasics(theirs);
  return conflictPage({
    title: 'scenarios.basics.conflict',
    back: `${scenarioAddress(own)}/basics`,
    action: `${scenarioAddress(own)}/basics`,
    version: theirs.version,
    formId: newId(),
    fields: FIELDS.map(([name, label]) => ({ name, label: `scenarios.basics.${label}`, mine: mine[name], theirs: other[name] })),
  });
}

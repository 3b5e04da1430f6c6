import { newId } from '../../../kernel/identifier';
import type { FormError } from '../../../web/forms/form.pipe';
import { type Draft, under } from '../draft';
import { wordOf } from '../editing/place';
import { partPlace } from '../editing/place.view';
import { Filled, type Sent, type Shown } from '../editing/shown';
import { optionWords, pointsOf } from '../roles/goal.view';
import { roleOf } from '../roles/roles';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { optionNamed, ruleRead, slotNamed } from './in-words';
import { ACTIONS } from './rules';
import { hasField, ownObjections, redName, valueName, VOICE, worth } from './scripts';

/** What the form of a script shows. */
export function scriptShown(draft: Draft, role: string): Shown[] | null {
  const script = roleOf(draft, role)?.script;
  if (!script) return null;
  const { values, red } = script;
  const words = optionWords(draft);
  const worths = pointsOf(draft, []).flatMap((point) =>
    point.options
      .filter(({ key }) => hasField(point.key, key))
      .map(({ key, value }): Shown => ({
        name: `value.${valueName(point.key, key)}`,
        value: String(under(under(values, point.key), key) ?? ''),
        label: 'scenario-roles.script.value',
        of: words[value]!,
      })),
  );
  const lines = red.flatMap(({ objection, options }) => options.map((option) => redName(objection, option)));
  const voice = VOICE.map((one): Shown => ({
    name: `voice.${one}`,
    value: draft.texts[`roles.${role}.voice.${one}`] ?? '',
    label: `scenario-roles.voice.${one}`,
  }));
  return [
    { name: 'aspiration', value: String(script.aspiration), label: 'scenario-roles.script.aspiration' },
    { name: 'reservation', value: String(script.reservation), label: 'scenario-roles.script.reservation' },
    { name: 'concede', value: script.concede.join(', '), label: 'scenario-roles.script.concede' },
    ...worths,
    { name: 'red', value: lines, label: 'scenario-roles.script.red' },
    ...voice,
  ];
}

/** views/simulations/writing-script.hbs: how a role plays itself. */
export function writingScriptPage(own: OwnScenario, role: string, errors: FormError[] = [], sent: Sent | null = null) {
  const { scenario } = own;
  const { script } = roleOf(scenario, role)!;
  const shown = scriptShown(scenario, role);
  const typed = shown && new Filled(shown, sent);
  return {
    ...partPlace(own),
    errors: errors.length ? errors : null,
    ids: { save: newId(), begin: newId() },
    role: { key: role, name: wordOf(scenario, `roles.${role}.name`) },
    script: script &&
      typed && {
        aspiration: typed.of('aspiration'),
        reservation: typed.of('reservation'),
        concede: typed.of('concede'),
        worth: worth(scenario, script),
        points: pointsOf(scenario, []).map(({ key, name, options }) => ({
          key,
          name,
          options: options
            .filter((one) => hasField(key, one.key))
            .map(({ key: option, word }) => {
              const field = `value.${valueName(key, option)}`;
              return { option, word, field, value: typed.of(field) };
            }),
        })),
        red: ownObjections(scenario, role).map((objection) => ({
          problem: wordOf(scenario, `objections.${objection.key}.problem`),
          slot: slotNamed(scenario, objection.slot),
          options: optionsOf(scenario, objection.slot).map((option) => ({
            value: redName(objection.key, option),
            word: optionNamed(scenario, objection.slot, option),
            chosen: typed.all('red').includes(redName(objection.key, option)),
          })),
        })),
        voice: VOICE.map((one) => ({ name: `voice.${one}`, label: `scenario-roles.voice.${one}`, value: typed.of(`voice.${one}`) })),
        rules: script.rules.map((rule) => ruleRead(scenario, rule)),
      },
    actions: ACTIONS.map((value) => ({ value, phrase: `scenario-roles.action.${value}`, selected: false })),
  };
}

const optionsOf = ({ structure }: Draft, slot: string) =>
  structure.clauses.flatMap(({ slots }) => slots).find(({ key }) => key === slot)?.options ?? [];

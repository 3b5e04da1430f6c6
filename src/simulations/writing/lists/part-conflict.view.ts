import { DEBRIEF_STEPS, OBJECTION_KINDS, PHASE_KINDS } from '../../../content/scenario';
import { newId } from '../../../kernel/identifier';
import type { Say } from '../../../languages/phrases';
import { conflictPage } from '../../../web/errors/errors.view';
import type { OwnScenario } from '../scenario-of-chapter.guard';
import { roleName } from './audience';
import { MOMENTS } from './events';
import { listAddress } from './list.view';
import { optionName, phaseName, slotName, testTold } from './naming';
import type { ListName, PartKind, Typed } from './part';
import { known } from './waited-for';

type Field = keyof Typed;

/** views/errors/conflict.hbs: somebody else changed the same scenario first; both forms of this part, side by side. */
export function partConflict(own: OwnScenario, kind: PartKind, key: string, mine: Typed, say: Say) {
  const theirs = kind.typed(own.scenario, key);
  const said = (name: Field, value: string) => (value === '' ? '' : inWords(own, kind.name, key, name, value, say));
  const fields = (['words', ...kind.fields] as Field[]).flatMap((name) => linesOf(name, mine, theirs, (value) => said(name, value)));
  const back = listAddress(own, kind);
  return conflictPage({
    title: 'scenario-parts.conflict',
    back: `${back}/${key}`,
    action: `${back}/${key}`,
    version: own.scenario.version,
    formId: newId(),
    fields: fields.map((field) => ({ ...field, label: `scenario-parts.field.${field.label}` })),
  });
}

interface Line {
  name: string;
  label: string;
  mine: string;
  theirs: string;
  said: { mine: string; theirs: string };
}

function linesOf(label: Field, mine: Typed, theirs: Typed, said: (value: string) => string): Line[] {
  const [own, other] = [mine[label], theirs[label]];
  const one = (name: string, a: string, b: string): Line => ({ name, label, mine: a, theirs: b, said: { mine: said(a), theirs: said(b) } });
  if (typeof own === 'string') return [one(label, own, other as string)];
  if (Array.isArray(own)) return listed(label, own, other as string[], said, one);
  const keys = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  return keys.map((key) => one(`${label}.${key}`, own[key] ?? '', (other as Record<string, string>)[key] ?? ''));
}

/** A list is one line that shows all of both, and is sent on value by value. */
function listed(
  label: Field,
  mine: string[],
  theirs: string[],
  said: (value: string) => string,
  one: (name: string, a: string, b: string) => Line,
): Line[] {
  const [first = '', ...more] = mine;
  const same = mine.toSorted().join() === theirs.toSorted().join();
  const all = { mine: mine.map(said).join(', '), theirs: theirs.map(said).join(', ') };
  return [{ ...one(label, first, same ? first : `not ${first}`), said: all }, ...more.map((value) => one(label, value, value))];
}

/** Codes in words. What is none of ours, because somebody made it up, is shown as it came. */
function inWords({ scenario }: OwnScenario, list: ListName, key: string, name: Field, value: string, say: Say): string {
  const is = (known: readonly string[]) => known.includes(value);
  if (name === 'kind' && list === 'phases') return is(PHASE_KINDS) ? say(`scenario-parts.phase-kind.${value}`) : value;
  if (name === 'kind') return is(OBJECTION_KINDS) ? say(`simulations.objection-kind.${value}`) : value;
  if (name === 'to' && value === 'all') return say('scenario-parts.everybody');
  if (name === 'to' || name === 'role') return roleName(scenario, value);
  if (name === 'at') return is(MOMENTS) ? say(`scenario-parts.moment.${value}`) : value;
  if (name === 'phase') return phaseName(scenario, value);
  if (name === 'so') return is(['yes', 'no']) ? say(`scenario-parts.so.${value}`) : value;
  if (name === 'test' && is(known(scenario.structure))) {
    const { key: phrase, details } = testTold(scenario, value);
    return say(phrase, details);
  }
  if (name === 'slot') return slotName(scenario, value);
  if (name === 'remedy') return optionName(scenario, scenario.structure.objections.find((each) => each.key === key)!.slot, value);
  if (name === 'meets') return scenario.texts[`objections.${key}.answers.${value}`] ?? say('scenario-parts.objections.another');
  if (name === 'step') return is(DEBRIEF_STEPS) ? say(`simulations.debrief.step.${value}`) : value;
  return value;
}

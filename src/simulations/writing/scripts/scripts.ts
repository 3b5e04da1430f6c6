/** How a role plays itself, as its authors write it: what texts are worth to it, what it never accepts, what it says when it agrees or not. */
import type { ObjectionStructure, RoleScript } from '../../../content/scenario';
import { typedNumber } from '../../../kernel/digits';
import { isBlank } from '../../../kernel/text';
import { type Draft, type Edited, reworded, under } from '../draft';
import { type Mistake, Mistaken, mistake } from '../editing/mistaken';
import { allSlots } from '../keys/names';
import { roleOf, withRole } from '../roles/roles';

export const VOICE = ['accept', 'live-with', 'stand-aside', 'refuse', 'withdraw'] as const;
export const MOST_VALUE = 1000;
const MOST_ROUNDS = 12;
const LONGEST_FIELD = 64;

/** With what a new script begins. */
const BEGINNING: RoleScript = { aspiration: 60, reservation: 40, concede: [0, 5, 10], values: {}, red: [], rules: [] };

export const valueName = (slot: string, option: string) => `${slot}--${option}`;
/** Very long keys, which only folders have, make no name of a field: their values stay as they are. */
export const hasField = (slot: string, option: string) => valueName(slot, option).length <= LONGEST_FIELD;
/** An option that an objection's role never accepts. */
export const redName = (objection: string, option: string) => `${objection}.${option}`;

export function withScript(draft: Draft, role: string): Edited {
  return withRole(draft, role, (each) => ({ ...each, script: each.script ?? BEGINNING }));
}

export interface ScriptWords {
  aspiration: number;
  reservation: number;
  /** How far it comes down, round by round, as it was typed. */
  concede: string;
  /** By `slot--option`, as it was typed; what is not named stays. */
  value: Readonly<Record<string, string>>;
  /** As `objection.option`. */
  red: readonly string[];
  voice: Readonly<Record<string, string>>;
}

export function scriptChanged(draft: Draft, role: string, words: ScriptWords): Edited {
  const before = roleOf(draft, role)!.script!;
  const mistakes: Mistake[] = [];
  const script: RoleScript = {
    ...before,
    aspiration: words.aspiration,
    reservation: words.reservation,
    concede: stepsIn(words.concede, mistakes),
    values: valuesIn(draft, before, words.value, mistakes),
    red: redIn(draft, ownObjections(draft, role), words.red, mistakes),
  };
  if (words.reservation > words.aspiration) mistakes.push(mistake('reservation', 'scenario-roles.error.reservation'));
  if (mistakes.length) throw new Mistaken(mistakes);
  const said = VOICE.filter((one) => words.voice[one] !== undefined).map((one) => [`roles.${role}.voice.${one}`, words.voice[one]!]);
  const edited = withRole(draft, role, (each) => ({ ...each, script }));
  return { ...edited, texts: reworded(draft.texts, Object.fromEntries(said) as Record<string, string>) };
}

export function ownObjections({ structure }: Pick<Draft, 'structure'>, role: string): ObjectionStructure[] {
  return structure.objections.filter((objection) => objection.role === role);
}

function stepsIn(typed: string, mistakes: Mistake[]): number[] {
  const steps = typed
    .split(/[\s,;،؛、，]+/)
    .filter(Boolean)
    .map(typedNumber);
  const good = steps.filter((step) => step !== null && Number.isInteger(step) && step >= 0 && step <= MOST_VALUE) as number[];
  if (!steps.length || steps.length > MOST_ROUNDS || good.length < steps.length)
    mistakes.push(mistake('concede', 'scenario-roles.error.concede', { max: MOST_ROUNDS }));
  return good;
}

function valuesIn(draft: Draft, { values }: RoleScript, typed: ScriptWords['value'], mistakes: Mistake[]): RoleScript['values'] {
  const bySlot = allSlots(draft.structure).map(({ key, options }) => {
    const own = options.map((option) => {
      const text = under(typed, valueName(key, option));
      if (text === undefined) return [option, under(under(values, key), option)] as const;
      if (isBlank(text)) return [option, undefined] as const;
      const number = typedNumber(text);
      const good = number !== null && Number.isInteger(number) && Math.abs(number) <= MOST_VALUE;
      if (!good)
        mistakes.push(mistake(`value.${valueName(key, option)}`, 'scenario-roles.error.whole', { min: -MOST_VALUE, max: MOST_VALUE }));
      return [option, number ?? undefined] as const;
    });
    return [key, Object.fromEntries(own.filter(([, value]) => value !== undefined)) as Record<string, number>] as const;
  });
  return Object.fromEntries(bySlot.filter(([, own]) => Object.keys(own).length > 0));
}

/** A red line belongs to an objection, which says what point it is about. */
function redIn(draft: Draft, objections: readonly ObjectionStructure[], chosen: readonly string[], mistakes: Mistake[]): RoleScript['red'] {
  return objections.flatMap(({ key, slot }) => {
    const all = allSlots(draft.structure).find((each) => each.key === slot)?.options ?? [];
    const options = all.filter((option) => chosen.includes(redName(key, option)));
    if (options.length > 0 && options.length === all.length) mistakes.push(mistake('red', 'scenario-roles.error.red'));
    return options.length ? [{ slot, options, objection: key }] : [];
  });
}

/** What the text is worth to a script at the beginning, and what the best and the worst would be. */
export function worth(draft: Pick<Draft, 'structure'>, { values }: RoleScript): { start: number; best: number; worst: number } {
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  const points = draft.structure.clauses.filter(({ tabled }) => tabled).flatMap(({ slots }) => slots);
  const of = (slot: string, option: string) => under(under(values, slot), option) ?? 0;
  const each = points.map(({ key, options }) => options.map((option) => of(key, option))).filter(({ length }) => length > 0);
  return {
    start: sum(points.map(({ key, start }) => of(key, start))),
    best: sum(each.map((own) => Math.max(...own))),
    worst: sum(each.map((own) => Math.min(...own))),
  };
}

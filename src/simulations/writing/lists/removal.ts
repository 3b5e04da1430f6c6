/** Taking a part out of a scenario, with everything that cannot be without it: what names it, and what names that. */
import type { Condition, InjectStructure, RoleStructure, ScenarioStructure, ScriptRule } from '../../../content/scenario';
import { pathsIn } from '../../solo/condition';
import type { Draft, Edited } from '../draft';
import { roleName } from './audience';
import { cut } from './naming';
import { type PartKind, type Told, told, withoutLost } from './part';

/** The draft without the part, and what goes along with it. */
export interface Removal extends Edited {
  along: Told[];
}

export function without(kind: PartKind, draft: Draft, key: string): Removal {
  const others = kind.keys(draft.structure).filter((each) => each !== key);
  const first = kind.ordered(draft, others);
  let after = first.structure;
  for (let lost = lostBetween(draft.structure, after); lost.size > 0;) {
    const next = cleared(after, lost);
    lost = lostBetween(after, next);
    after = next;
  }
  const texts = withoutLost(first.texts, first.structure, after);
  return { structure: after, texts, along: alongWith(draft, first.structure, after) };
}

/** Names that were there before and are not any more, as conditions say them; a phase as `at.<phase>`. */
function lostBetween(before: ScenarioStructure, after: ScenarioStructure): Set<string> {
  const left = namesIn(after);
  return new Set([...namesIn(before)].filter((name) => !left.has(name)));
}

function namesIn({ phases, injects, objections, statements, roles }: ScenarioStructure): Set<string> {
  const says = roles.flatMap(({ script }) => (script?.rules ?? []).flatMap(({ do: action }) => ('words' in action ? [action.words] : [])));
  return new Set([
    ...phases.map(({ key }) => `at.${key}`),
    ...injects.map(({ key }) => `inject.${key}`),
    ...objections.map(({ key }) => `objection.${key}`),
    ...[...statements.map(({ key }) => key), ...says].flatMap((key) => [`said.${key}`, `received.${key}`]),
  ]);
}

/** Without what names something that is lost. */
function cleared(structure: ScenarioStructure, lost: ReadonlySet<string>): ScenarioStructure {
  return {
    ...structure,
    injects: structure.injects.filter(({ at }) => !('when' in at ? waitsFor(at.when, lost) : lost.has(`at.${at.phase}`))),
    roles: structure.roles.map((role) => clearedRole(role, lost)),
  };
}

function clearedRole(role: RoleStructure, lost: ReadonlySet<string>): RoleStructure {
  const { script } = role;
  if (!script) return role;
  const red = script.red.filter(({ objection }) => !lost.has(`objection.${objection}`));
  return { ...role, script: { ...script, red, rules: script.rules.filter((rule) => !isLost(rule, lost)) } };
}

function isLost({ when, do: action }: ScriptRule, lost: ReadonlySet<string>): boolean {
  return waitsFor(when, lost) || (action.kind === 'object' && lost.has(`objection.${action.objection}`));
}

/** A condition names what stands at the beginning of its paths. */
function waitsFor(condition: Condition, lost: ReadonlySet<string>): boolean {
  return pathsIn(condition).some((path) => lost.has(path.split('.').slice(0, 2).join('.')));
}

function alongWith({ texts }: Draft, before: ScenarioStructure, after: ScenarioStructure): Told[] {
  const goneEvents = before.injects.filter(({ key }) => !after.injects.some((each) => each.key === key));
  return [
    ...goneEvents.map((event) => eventTold(event, texts)),
    ...before.roles.flatMap((role, at) => roleTold(role, after.roles[at]!, texts)),
  ];
}

function eventTold({ key }: InjectStructure, texts: Draft['texts']): Told {
  return { key: 'scenario-parts.along.event', details: { words: cut(texts[`injects.${key}`] ?? key) } };
}

function roleTold(before: RoleStructure, after: RoleStructure, texts: Draft['texts']): Told[] {
  const role = roleName({ texts }, before.key);
  const rules = (before.script?.rules ?? []).filter(({ key }) => !after.script!.rules.some((each) => each.key === key));
  const lines = (before.script?.red ?? []).filter((line) => !after.script!.red.includes(line));
  return [
    ...lines.map(({ slot }) => ({ key: 'scenario-parts.along.red-line', details: { role, slot: slotName(slot, texts) } })),
    ...rules.map(({ key, do: action }) => {
      const words = 'words' in action ? texts[`say.${action.words}`] : undefined;
      return words === undefined
        ? told('scenario-parts.along.rule-of', { role, words: key })
        : told('scenario-parts.along.rule', { role, words: cut(words) });
    }),
  ];
}

function slotName(slot: string, texts: Draft['texts']): string {
  const key = Object.keys(texts).find((each) => each.startsWith('clauses.') && each.endsWith(`.slots.${slot}.name`));
  return key === undefined ? slot : texts[key]!;
}

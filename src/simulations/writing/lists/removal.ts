/** Taking a part out of a scenario, with everything that cannot be without it: what names it, and what names that. */
import type { InjectStructure, RoleScript, RoleStructure, ScenarioStructure } from '../../../content/scenario';
import { cut } from '../cut';
import type { Draft, Edited } from '../draft';
import { settled } from '../keys/removing';
import { roleName } from './audience';
import { type PartKind, type Told, told } from './part';

/** The draft without the part, and what goes along with it. */
export interface Removal extends Edited {
  along: Told[];
}

export function without(kind: PartKind, draft: Draft, key: string): Removal {
  const others = kind.keys(draft.structure).filter((each) => each !== key);
  const first = kind.ordered(draft, others);
  const after = settled({ structure: draft.structure, texts: first.texts }, first.structure);
  return { ...after, along: alongWith(draft, first.structure, after.structure) };
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
  const kept = ({ slot, objection }: RoleScript['red'][number]) =>
    after.script!.red.some((line) => line.slot === slot && line.objection === objection);
  const lines = (before.script?.red ?? []).filter((line) => !kept(line));
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

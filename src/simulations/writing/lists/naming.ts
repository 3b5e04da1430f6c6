/** What the parts of a scenario are called on pages: by their words in the scenario's own language, cut to a line. */
import { cut } from '../cut';
import type { Draft } from '../draft';
import { allSlots } from '../keys/names';
import type { Told } from './part';

/** A part in its list is told at more length. */
export const TWO_LINES = 140;

type Words = Pick<Draft, 'structure' | 'texts'>;

export const clauseName = ({ texts }: Pick<Words, 'texts'>, key: string): string => texts[`clauses.${key}.title`] ?? key;
export const phaseName = ({ texts }: Pick<Words, 'texts'>, key: string): string => texts[`phases.${key}`] ?? key;

export function slotName({ structure, texts }: Words, key: string): string {
  const slot = allSlots(structure).find((each) => each.key === key);
  return (slot && texts[`clauses.${slot.clause}.slots.${key}.name`]) ?? key;
}

export function optionName({ structure, texts }: Words, slot: string, option: string): string {
  const found = allSlots(structure).find((each) => each.key === slot);
  return (found && texts[`clauses.${found.clause}.slots.${slot}.options.${option}`]) ?? option;
}

/** What a test of an announcement says, such as `slot.board.council`. */
export function testTold(draft: Words, what: string): Told {
  const [first = '', second = '', third = ''] = what.split('.');
  const line = (key: string) => cut(draft.texts[key] ?? second);
  const told = (key: string, details: Told['details']): Told => ({ key: `scenario-parts.test.${key}`, details });
  switch (first) {
    case 'slot':
      return told('text', { slot: slotName(draft, second), option: cut(optionName(draft, second, third)) });
    case 'round':
      return told('round', { number: Number(second) });
    case 'phase':
      return { key: `scenario-parts.phase-kind.${second}`, details: {} };
    case 'object':
      return told('objector', { clause: clauseName(draft, second) });
    case 'objection':
      return told(`objection.${third}`, { words: line(`objections.${second}.problem`) });
    case 'inject':
      return told('event', { words: line(`injects.${second}`) });
  }
  return told('said', { words: line(`statements.${second}`) });
}

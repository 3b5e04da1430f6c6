/** Which words somebody may say. What is written in a scenario is not all meant to be said: briefs are words too. */
import type { ScenarioStructure } from '../../content/scenario';
import type { Words } from './events';
import type { Table } from './commands/rule';
import { refuse, type Refused } from './refusing';

/** A problem needs a few words: who is harmed, and when. */
export const LEAST_WORDS = 4;

/** Scripts say what their author gave them. Whoever else speaks writes, picks one of the statements open to the role, or one of the house's phrases. */
export function unsayable(words: Words | null, { state, scenario, role }: Table): Refused | null {
  const speaks = state.seats[role]?.holder.kind ?? 'vacant';
  if (!words || !('key' in words) || speaks === 'script' || speaks === 'vacant') return null;
  return isOpenTo(role, words.key, scenario) ? null : refuse('not-agreed-words');
}

export function tooShort(words: Words, length: number): Refused | null {
  return 'ref' in words && length < LEAST_WORDS ? refuse('too-short', { least: LEAST_WORDS, length }) : null;
}

function isOpenTo(role: string, text: string, { statements, objections }: ScenarioStructure): boolean {
  const [kind, key, part] = text.split('.');
  if (kind === 'statements' && part === undefined) {
    const statement = statements.find((one) => one.key === key);
    return statement !== undefined && (statement.roles === 'all' || statement.roles.includes(role));
  }
  const objection = kind === 'objections' && objections.find((one) => one.key === key);
  return Boolean(objection) && (part === 'answers' || (part === 'problem' && (objection as { role: string }).role === role));
}

/** Where in the editor a page is: the chapter, the scenario and its address, in the words of its author. */
import { directionOf } from '../../../kernel/language';
import type { Draft } from '../draft';

/** A text of the draft as a template prints it: in its language, or a phrase for what has no name yet. */
export function wordOf({ language, texts }: Pick<Draft, 'language' | 'texts'>, key: string) {
  return { text: texts[key] ?? null, language, direction: directionOf(language) };
}

/** What a press on a list of parts, or on one of them, makes of a scenario. */
import { NotFound } from '../../../kernel/not-found';
import { Refusal } from '../../../kernel/refusal';
import { isBlank } from '../../../kernel/text';
import { type Draft, type Edited, reworded } from '../draft';
import { inOrder } from './moving';
import { isLonger, NOTHING_TYPED, type PartKind, told, type Typed, type Wrong } from './part';

/** What was typed cannot be taken as it stands. */
export class Mistakes extends Error {
  constructor(readonly wrong: Wrong[]) {
    super('mistakes in a part');
  }
}

/** One more part with these words. */
export function added(kind: PartKind, draft: Draft, words: string): Edited & { key: string } {
  const wrong = wordsWrong(kind, words);
  if (wrong) throw new Mistakes([wrong]);
  if (kind.keys(draft.structure).length >= kind.most) throw new Refusal('scenario-parts.refusal.most', { max: kind.most });
  const { structure, key } = kind.begun(draft.structure);
  const more = { ...draft, structure, texts: reworded(draft.texts, { [kind.wordsAt(key)]: words }) };
  return { ...inOrder(kind, more), key };
}

/** A part as it was typed. */
export function rewritten(kind: PartKind, draft: Draft, key: string, typed: Typed): Edited {
  mustBeThere(kind, draft, key);
  const { structure, texts, wrong } = kind.read(draft, key, typed);
  const first = wordsWrong(kind, typed.words);
  const all = [...(first ? [first] : []), ...wrong, ...strangeFields(kind, typed)];
  if (all.length) throw new Mistakes(all);
  return inOrder(kind, { ...draft, structure, texts: reworded(texts, { [kind.wordsAt(key)]: typed.words }) });
}

export function mustBeThere(kind: PartKind, { structure }: Pick<Draft, 'structure'>, key: string): void {
  if (!kind.keys(structure).includes(key)) throw new NotFound();
}

/** What only the forms of other kinds ask. */
function strangeFields({ fields }: PartKind, typed: Typed): Wrong[] {
  const others = (Object.keys(NOTHING_TYPED) as (keyof Typed)[]).filter((field) => field !== 'words' && !fields.includes(field));
  const filled = others.filter((field) => Object.keys(typed[field]).length > 0);
  return filled.map((field) => ({ field, ...told('scenario-parts.error.choose') }));
}

function wordsWrong({ name, longest }: PartKind, words: string): Wrong | null {
  if (isBlank(words)) return { field: 'words', key: `scenario-parts.${name}.no-words`, details: {} };
  return isLonger(words, longest) ? { field: 'words', key: 'scenario-parts.error.long', details: { max: longest } } : null;
}

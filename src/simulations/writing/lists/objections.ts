/** What scripted roles may object to: the problem, what would settle it, and the arguments with which it can be answered. */
import { OBJECTION_KINDS, type ObjectionStructure, type ScenarioStructure } from '../../../content/scenario';
import { Refusal } from '../../../kernel/refusal';
import { isBlank } from '../../../kernel/text';
import { type Draft, freshKey, reworded } from '../draft';
import { stillAsked } from '../keys/asked-words';
import { allSlots } from '../keys/names';
import { roleName } from './audience';
import { changed, isLonger, listOf, NOTHING_TYPED, type PartKind, Reading, told, type Typed } from './part';

const MOST_ANSWERS = 8;
const LONGEST_ANSWER = 1000;
/** The field of an answer that is not there yet; no key of a part ends like this. */
export const MORE = 'more-';

const own = listOf('objections');
const find = ({ objections }: ScenarioStructure, key: string) => objections.find((objection) => objection.key === key)!;

export const partiesOf = ({ roles }: ScenarioStructure) => roles.filter(({ chair }) => !chair).map(({ key }) => key);

export const OBJECTIONS: PartKind = {
  ...own,
  name: 'objections',
  fields: ['role', 'kind', 'slot', 'remedy', 'answer', 'meets'],
  most: 80,
  longest: 1000,
  wordsAt: (key) => `objections.${key}.problem`,
  begun: (structure) => {
    const key = freshKey('objection', own.keys(structure));
    const [slot, role] = [allSlots(structure)[0], partiesOf(structure)[0]];
    if (!slot || !role) throw new Refusal('scenario-parts.refusal.no-slots');
    const objection: ObjectionStructure = {
      key,
      role,
      kind: 'interest',
      clause: slot.clause,
      slot: slot.key,
      remedy: [],
      answers: [],
    };
    return { key, structure: { ...structure, objections: [...structure.objections, objection] } };
  },
  facts: (draft, key) => {
    const { role, kind, clause, slot, answers } = find(draft.structure, key);
    const about = draft.texts[`clauses.${clause}.slots.${slot}.name`] ?? slot;
    return [
      told('scenario-parts.objections.whose', { role: roleName(draft, role), slot: about }),
      told(`simulations.objection-kind.${kind}`),
      told('scenario-parts.objections.answers', { count: answers.length, meet: answers.filter((one) => one.addresses).length }),
    ];
  },
  typed: ({ structure, texts }, key) => {
    const { role, kind, slot, remedy, answers } = find(structure, key);
    return {
      ...NOTHING_TYPED,
      words: texts[`objections.${key}.problem`] ?? '',
      role,
      kind,
      slot,
      remedy: [...remedy],
      answer: Object.fromEntries(answers.map((answer) => [answer.key, texts[`objections.${key}.answers.${answer.key}`] ?? ''])),
      meets: answers.filter(({ addresses }) => addresses).map((answer) => answer.key),
    };
  },
  read: ({ structure, texts }, key, typed) => {
    const reading = new Reading();
    const read = (objection: ObjectionStructure) => objectionIn(reading, objection, typed, structure);
    const after = { ...structure, objections: changed(structure.objections, key, read) };
    const words = answersTyped(find(structure, key), find(after, key), typed);
    return { structure: after, texts: stillAsked(reworded(texts, words), structure, after), wrong: reading.wrong };
  },
};

function objectionIn(reading: Reading, before: ObjectionStructure, typed: Typed, structure: ScenarioStructure): ObjectionStructure {
  const slots = allSlots(structure);
  const slot = slots.find(({ key }) => key === typed.slot);
  if (!slot) reading.note('slot', 'scenario-parts.error.choose');
  // What was ticked belongs to the slot that was on the page.
  const shown = slots.find(({ key }) => key === before.slot)?.options ?? [];
  const ticked = reading.someOf('remedy', typed.remedy, shown, before.remedy);
  return {
    ...before,
    role: reading.oneOf('role', typed.role, partiesOf(structure)),
    kind: reading.oneOf('kind', typed.kind, OBJECTION_KINDS),
    clause: slot?.clause ?? before.clause,
    slot: slot?.key ?? before.slot,
    remedy: typed.slot === before.slot ? ticked : [],
    answers: answersIn(reading, before, typed),
  };
}

/** An answer without words goes; what is written under `more` comes at the end. */
function answersIn(reading: Reading, { answers }: ObjectionStructure, { answer, meets }: Typed): ObjectionStructure['answers'] {
  const keys = answers.map(({ key }) => key);
  for (const [key, words] of Object.entries(answer)) {
    if (key !== MORE && !keys.includes(key)) reading.note('words', 'scenario-parts.error.answer-gone');
    if (isLonger(words, LONGEST_ANSWER)) reading.note(`answer.${key}`, 'scenario-parts.error.long', { max: LONGEST_ANSWER });
  }
  const ticked = reading.someOf('meets', meets, [...keys, MORE], keys);
  const kept = answers.filter(({ key }) => !isBlank(answer[key] ?? '')).map(({ key }) => ({ key, addresses: ticked.includes(key) }));
  const more = !isBlank(answer[MORE] ?? '') ? [{ key: freshKey('answer', keys), addresses: ticked.includes(MORE) }] : [];
  const after = [...kept, ...more];
  if (after.length > MOST_ANSWERS) reading.note(`answer.${MORE}`, 'scenario-parts.error.most', { max: MOST_ANSWERS });
  return after;
}

function answersTyped(before: ObjectionStructure, after: ObjectionStructure, { answer }: Typed): Draft['texts'] {
  const known = before.answers.map(({ key }) => key);
  return Object.fromEntries(
    after.answers.map(({ key }) => [`objections.${after.key}.answers.${key}`, answer[known.includes(key) ? key : MORE] ?? '']),
  );
}

/** What the controls of a question show, with the answer given so far and nothing of the key. */
import { letterOf } from '../questions/letters';
import { spoken } from '../../content/translation';
import { directionOf } from '../../kernel/language';
import type { Arrangement } from '../questions/arrangement';
import type { Asked, Choice } from '../questions/asked';
import type { Fields, Given } from '../questions/given';
import { codeOf } from './codes';

/** Whatever its type; lists that a type does not need are empty. */
export function controls(shown: Asked, arrangement: Arrangement, given: Given) {
  const chosen = given.type === 'single' ? [given.option] : given.type === 'multiple' ? given.options : [];
  const option = ({ key, text }: Choice, order: readonly string[], picked: boolean) => ({
    code: codeOf(order, key),
    ...spoken(text),
    chosen: picked,
  });
  const letters = new Map(shown.options.map(({ key }, index) => [key, letterOf(index)]));
  return {
    options: shown.options.map((one) => ({ ...option(one, arrangement.options, chosen.includes(one.key)), letter: letters.get(one.key)! })),
    items: shown.items.map((item) => ({
      key: item.key,
      ...spoken(item.text),
      choices: shown.options.map((one) => ({
        ...option(one, arrangement.options, given.type === 'matching' && given.matches[item.key] === one.key),
        letter: letters.get(one.key)!,
      })),
    })),
    ordered: shown.type === 'ordering' ? ordered(shown, arrangement, given) : [],
    typed: given.type === 'number' || given.type === 'short-text' ? given.typed : given.type === 'essay' ? given.text : '',
    truths:
      shown.type === 'true-false'
        ? [true, false].map((right) => ({ value: String(right), right, chosen: given.type === 'true-false' && given.value === right }))
        : [],
    mostWords: shown.essay?.mostWords ?? null,
    rubric: shown.essay?.rubric.map(({ points, text }) => ({ points, ...spoken(text) })) ?? [],
    unit: shown.unit && spoken(shown.unit),
    gaps: gapsOf(shown, arrangement, given),
  };
}

function ordered(shown: Asked, { options }: Arrangement, given: Given) {
  const order = given.type === 'ordering' && given.order.length ? given.order : options;
  return order.map((key, index) => {
    const { text } = shown.options.find((one) => one.key === key)!;
    return { code: codeOf(options, key), ...spoken(text), first: index === 0, last: index === order.length - 1 };
  });
}

function gapsOf({ gaps }: Asked, arrangement: Arrangement, given: Given) {
  if (!gaps) return null;
  const filled = given.type === 'gap-text' ? given.gaps : {};
  let number = 0;
  return {
    language: gaps.text.language,
    direction: directionOf(gaps.text.language),
    pieces: gaps.pieces.map((piece) => {
      if ('text' in piece) return { text: piece.text, gap: null };
      const choices = gaps.choices[piece.gap] ?? null;
      const order = arrangement.gaps[piece.gap] ?? [];
      return {
        text: null,
        gap: {
          key: piece.gap,
          number: ++number,
          value: filled[piece.gap] ?? '',
          choices:
            choices?.map(({ key, text }) => ({ code: codeOf(order, key), ...spoken(text), chosen: filled[piece.gap] === key })) ?? null,
        },
      };
    }),
  };
}

/** Text that could not be taken stays in its field, so that it can be corrected, and so does what was chosen beside it. */
export function asTyped(given: Given, fields: Fields): Given {
  const field = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  if (given.type === 'number' || given.type === 'short-text') return { type: given.type, typed: field('answer') };
  if (given.type === 'essay') return { type: 'essay', text: field('answer') };
  if (given.type !== 'gap-text') return given;
  const filled = Object.keys(fields).filter((name) => name.startsWith('answer-'));
  return { type: 'gap-text', gaps: Object.fromEntries(filled.map((name) => [name.slice('answer-'.length), field(name)])) };
}

/** What an experienced author would say about a question before anybody is asked it. An error keeps it from being saved. */
import { gapsIn } from '../../../content/gaps';
import { comparable, graphemes, isBlank } from '../../../kernel/text';
import { originalTexts, Written } from '../../questions/written';
import { isCatchAll, isNegative } from './telltale';

export interface Check {
  level: 'error' | 'warning';
  /** the field of the form that it is about */
  field: string;
  key: string;
  details: Record<string, string | number>;
}

/** What is wrong first, then what could be better. */
export function checks(written: Written): Check[] {
  const found = [...errors(written), ...warnings(written)];
  return [...found.filter(({ level }) => level === 'error'), ...found.filter(({ level }) => level === 'warning')];
}

type Say = (level: Check['level'], field: string, key: string, details?: Check['details']) => Check;
const say: Say = (level, field, key, details = {}) => ({ level, field, key: `bank.check.${key}`, details });

function errors(written: Written): Check[] {
  const { structure } = written;
  const texts = originalTexts(written);
  const error = (field: string, key: string, details?: Check['details']) => say('error', field, key, details);
  const found: Check[] = texts['stem'] ? [] : [error('stem', 'no-stem')];
  const same = twice(written);
  if (same) found.push(error(`option.${same[1]}`, 'twice', { text: short(texts[`${listOf(written)}.${same[1]}.text`]!) }));
  switch (structure.type) {
    case 'single':
    case 'multiple':
      if (structure.options.length < 2) found.push(error('options', 'too-few', { least: 2 }));
      if (!structure.right.length) found.push(error('options', 'no-right'));
      break;
    case 'short-text':
      if (!structure.answers.some(({ percent }) => percent === 100)) found.push(error('options', 'no-full-answer'));
      break;
    case 'matching':
      if (structure.options.length < 2) found.push(error('options', 'too-few', { least: 2 }));
      if (!structure.items.length) found.push(error('items', 'no-items'));
      for (const { key, right } of structure.items)
        if (!right) found.push(error(`match.${key}`, 'no-match', { text: short(texts[`items.${key}.text`] ?? '') }));
      break;
    case 'ordering':
      if (structure.options.length < 2) found.push(error('options', 'too-few', { least: 2 }));
      break;
    case 'gap-text':
      found.push(...gapErrors(structure, texts['text'] ?? '', texts));
      break;
    case 'essay': {
      const sum = structure.rubric.reduce((all, { points }) => all + points, 0);
      if (structure.rubric.length && sum !== structure.points) found.push(error('points', 'rubric-sum', { sum, points: structure.points }));
      break;
    }
    case 'true-false':
    case 'number':
    case 'description':
      break;
  }
  return found;
}

function gapErrors(
  { gaps }: { gaps: readonly ({ key: string; typed: true } | { key: string; typed: false; options: string[] })[] },
  text: string,
  texts: Record<string, string>,
): Check[] {
  const found = gapsIn(text);
  if (isBlank(text) || !found.length) return [say('error', 'text', 'no-gap')];
  const repeated = found.find((key, index) => found.indexOf(key) !== index);
  return [
    ...(repeated ? [say('error', 'text', 'gap-twice', { gap: repeated })] : []),
    ...gaps.flatMap((gap) => {
      if (gap.typed) return texts[`gaps.${gap.key}.answers.1`] ? [] : [say('error', `filling.${gap.key}`, 'gap-empty', { gap: gap.key })];
      return gap.options.length < 2 ? [say('error', `filling.${gap.key}`, 'gap-few', { gap: gap.key })] : [];
    }),
  ];
}

const MUCH_LONGER = 1.8;
const LONG = 30;

function warnings(written: Written): Check[] {
  const { structure, language } = written;
  const texts = originalTexts(written);
  const warn = (field: string, key: string, details?: Check['details']) => say('warning', field, key, details);
  const found: Check[] = [];
  if (structure.type === 'description') return found;
  if (structure.type !== 'essay' && isNegative(texts['stem'] ?? '', language)) found.push(warn('stem', 'negative'));
  if (structure.type === 'single' || structure.type === 'multiple') {
    const text = (key: string) => texts[`options.${key}.text`] ?? '';
    for (const key of structure.options)
      if (isCatchAll(text(key))) found.push(warn(`option.${key}`, 'catch-all', { text: short(text(key)) }));
    if (structure.options.length === 2) found.push(warn('options', 'only-two'));
    const right = [structure.right].flat();
    if (
      longest(right, text) > LONG &&
      longest(right, text) >
        MUCH_LONGER *
          longest(
            structure.options.filter((key) => !right.includes(key)),
            text,
          )
    )
      found.push(warn('options', 'key-longer'));
    const silent = structure.options.filter((key) => !texts[`options.${key}.feedback`]).length;
    if (silent && !(texts['feedback'] && structure.type === 'multiple')) found.push(warn('options', 'no-feedback', { count: silent }));
    if (structure.type === 'multiple' && right.length === structure.options.length) found.push(warn('options', 'all-right'));
  } else if (structure.type !== 'essay' && !texts['feedback']) found.push(warn('feedback', 'no-general'));
  if (structure.type === 'essay' && !structure.rubric.length) found.push(warn('rubric', 'no-rubric'));
  if (
    structure.type === 'matching' &&
    structure.options.length <= structure.items.length &&
    new Set(structure.items.map(({ right }) => right)).size === structure.items.length
  )
    found.push(warn('items', 'no-spare'));
  return found;
}

const longest = (keys: readonly string[], text: (key: string) => string) => Math.max(0, ...keys.map((key) => graphemes(text(key))));

const listOf = ({ structure }: Written) => (structure.type === 'short-text' ? 'answers' : 'options');

/** Two options that read the same, or null. */
function twice(written: Written): [string, string] | null {
  const { structure } = written;
  const keys = 'options' in structure ? structure.options : structure.type === 'short-text' ? structure.answers.map(({ key }) => key) : [];
  const texts = originalTexts(written);
  const exact = structure.type === 'short-text' && structure.matchCase;
  const said = keys.map((key) =>
    exact ? (texts[`${listOf(written)}.${key}.text`] ?? '') : comparable(texts[`${listOf(written)}.${key}.text`] ?? ''),
  );
  const second = said.findIndex((text, index) => text !== '' && said.indexOf(text) !== index);
  return second < 0 ? null : [keys[said.indexOf(said[second]!)]!, keys[second]!];
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trim()}…` : text;
}

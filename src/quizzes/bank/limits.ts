/** How long and how many the parts of a question may be, and the first that is too much. */
import { Written } from '../questions/written';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export const MOST_OPTIONS = 26;
export const LONGEST_TEXT = 5_000;
export const MOST_TAGS = 40;
export const LONGEST_TAG = 60;
export const LONGEST_NAME = 200;
export const LONGEST_CATEGORY = 200;

export interface TooMuch {
  /** of a form that holds a question */
  field: string;
  key: string;
  details: Record<string, string | number>;
}

/** The phrase that says what is too much, or null. */
export function tooMuch({ structure, texts, name, externalId, tags, category }: Written): TooMuch | null {
  const over = (key: string, max: number, field = key): TooMuch => ({ field, key: `bank.refusal.${key}`, details: { max } });
  if (mostParts(structure) > MOST_OPTIONS) return over('options', MOST_OPTIONS);
  const all = Object.values(texts).flatMap((each) => Object.values(each ?? {}));
  if (all.some((text) => isLonger(text, LONGEST_TEXT))) return over('text', LONGEST_TEXT, 'stem');
  if (tags.length > MOST_TAGS) return over('tags', MOST_TAGS);
  if (tags.some((tag) => isLonger(tag, LONGEST_TAG))) return over('tag', LONGEST_TAG, 'tags');
  if (isLonger(name, LONGEST_NAME) || (externalId?.length ?? 0) > LONGEST_NAME) return over('name', LONGEST_NAME);
  return isLonger(category, LONGEST_CATEGORY) ? over('category', LONGEST_CATEGORY) : null;
}

function mostParts(structure: Written['structure']): number {
  const lists = Object.values(structure).flatMap((value: unknown) => (Array.isArray(value) ? [value.length] : []));
  const gaps = structure.type === 'gap-text' ? structure.gaps.map((gap) => (gap.typed ? 0 : gap.options.length)) : [];
  return Math.max(0, ...lists, ...gaps);
}

/** What people see is counted, and no further than is allowed: counting takes long. A text that is many times longer is so without it. */
function isLonger(text: string, most: number): boolean {
  if (text.length <= most) return false;
  if (text.length > most * 20) return true;
  let count = 0;
  for (const _ of segmenter.segment(text)) if (++count > most) return true;
  return false;
}

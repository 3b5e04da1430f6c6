/** What the texts of a question are called to an author, and in which order they stand. */
import { QuestionStructure } from '../../content/question-structures';

/** A phrase and what it needs. */
export interface PartName {
  key: string;
  details: Record<string, string | number>;
}

/** What a text is, by its key: “Answer B”, “Feedback for B”, “Hint 2”. */
export function partName(structure: QuestionStructure, key: string): PartName {
  const name = (what: string, details: PartName['details'] = {}): PartName => ({ key: `bank.part.${what}`, details });
  const [list, one, third, fourth] = key.split('.');
  if (list === 'hints') return name('hint', { number: Number(one) });
  if (list === 'gaps') {
    if (third === 'feedback') return name('gap-feedback', { gap: one! });
    if (third === 'answers') return name('gap-answer', { gap: one!, number: Number(fourth) });
    return name(key.endsWith('.feedback') ? 'gap-option-feedback' : 'gap-option', { gap: one!, letter: fourth ?? '' });
  }
  if (one === undefined) return name(PLAIN[list!] ?? 'other', PLAIN[list!] ? {} : { key });
  const letter = letterAt(keysOf(structure, list!).indexOf(one));
  const what = LISTED[list!];
  return what ? name(third === 'feedback' ? `${what}-feedback` : what, { letter }) : name('other', { key });
}

const PLAIN: Record<string, string> = {
  stem: 'stem',
  text: 'text',
  unit: 'unit',
  feedback: 'feedback',
  feedbackRight: 'feedback-right',
  feedbackWrong: 'feedback-wrong',
};

const LISTED: Record<string, string> = {
  options: 'option',
  answers: 'option',
  items: 'item',
  others: 'other-number',
  units: 'unit-letter',
  rubric: 'rubric',
};

function keysOf(structure: QuestionStructure, list: string): string[] {
  const found = (structure as unknown as Record<string, unknown>)[list];
  if (!Array.isArray(found)) return [];
  return (found as (string | { key: string })[]).map((one) => (typeof one === 'string' ? one : one.key));
}

/** A, B, C …; a key that is not there any more has none. */
export function letterAt(index: number): string {
  return index < 0 ? '–' : String.fromCharCode(65 + (index % 26));
}

/** The keys of texts as a page goes through them: stem first, then the parts in their order, feedback and hints last. */
export function inOrder(structure: QuestionStructure, keys: readonly string[]): string[] {
  const place = (key: string): number => {
    const [list, one] = key.split('.');
    if (list === 'stem') return 0;
    if (list === 'text' || list === 'unit') return 1;
    if (list === 'feedback') return 9_000;
    if (list === 'feedbackRight' || list === 'feedbackWrong') return 8_000;
    if (list === 'hints') return 9_500 + Number(one);
    const lists = ['items', 'options', 'answers', 'others', 'units', 'gaps', 'rubric'];
    return 100 * (1 + lists.indexOf(list!)) + 2 * keysOf(structure, list!).indexOf(one!) + (key.endsWith('.feedback') ? 1 : 0) + 10;
  };
  return [...keys].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

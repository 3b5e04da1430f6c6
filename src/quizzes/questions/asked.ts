/** A question as it is asked: its words and its options in this attempt's order, and nothing of the key. */
import { Piece, pieces } from '../../content/gaps';
import { Shown, Words } from '../../content/translation';
import { Arrangement } from './arrangement';
import { Question, QuestionType, textKey } from './question';

export interface Choice {
  key: string;
  text: Shown;
}

export interface Asked {
  key: string;
  type: QuestionType;
  points: number;
  stem: Shown;
  /** how many options a multiple choice wants; null for other types */
  picks: number | null;
  options: Choice[];
  /** what is matched with the options */
  items: Choice[];
  /** most words of an essay, and what is looked at when it is marked; null for other types */
  essay: { mostWords: number | null; rubric: { points: number; text: Shown }[] } | null;
  /** what a number counts */
  unit: Shown | null;
  gaps: AskedGaps | null;
}

export interface AskedGaps {
  /** the text cut at its gaps, in the language of `text` */
  text: Shown;
  pieces: Piece[];
  choices: Record<string, Choice[] | null>;
}

export function asked(question: Question, words: Words, { options, gaps }: Arrangement): Asked {
  const text = (rest: string) => words.text(textKey(question, rest));
  const choice = (where: string) => (key: string) => ({ key, text: text(`${where}.${key}.text`) });
  const { key, type, points } = question;
  return {
    key,
    type,
    points,
    stem: text('stem'),
    picks: question.type === 'multiple' ? question.right.length : null,
    options: options.map(choice('options')),
    items: question.type === 'matching' ? question.items.map(({ key: item }) => choice('items')(item)) : [],
    essay:
      question.type === 'essay'
        ? {
            mostWords: question.mostWords,
            rubric: question.rubric.map((one) => ({ points: one.points, text: text(`rubric.${one.key}.text`) })),
          }
        : null,
    unit: type === 'number' && words.has(textKey(question, 'unit')) ? text('unit') : null,
    gaps:
      question.type === 'gap-text'
        ? askedGaps(question.gaps, text('text'), (gap) => gaps[gap]?.map(choice(`gaps.${gap}.options`)) ?? null)
        : null,
  };
}

function askedGaps(gaps: readonly { key: string }[], text: Shown, choices: (gap: string) => Choice[] | null): AskedGaps {
  return { text, pieces: pieces(text.text), choices: Object.fromEntries(gaps.map(({ key }) => [key, choices(key)])) };
}

import { gapsIn, pieces } from '../../content/gaps';
import type { Words } from '../../content/translation';
import { directionOf } from '../../kernel/language';
import { textKey } from '../questions/question';
import type { Reviewed } from '../questions/review';

/** An answer beside the key, in the shape its type is looked at: choices, pairs, two orders, a sentence with its gaps. */
export interface AnswerRows {
  /** what is true, and what was said; null for other types */
  truth: { given: boolean | null; right: boolean } | null;
  /** a longer text, as its writer parted it */
  essay: string[];
  choices: { text: Said; given: boolean; right: boolean; feedback: Said | null }[];
  pairs: { label: Said | null; given: Said | null; right: Said; correct: boolean }[];
  sentence: { text: string | null; gap: { given: string | null; right: string; correct: boolean } | null }[];
  sentenceLanguage: string | null;
}

interface Said {
  text: string;
  language: string;
  direction: string;
}

const NOTHING: AnswerRows = { truth: null, essay: [], choices: [], pairs: [], sentence: [], sentenceLanguage: null };

export function answerRows(one: Reviewed, words: Words): AnswerRows {
  const { question, given } = one;
  const say = (rest: string): Said => {
    const { text, language } = words.text(textKey(question, rest));
    return { text, language, direction: directionOf(language) };
  };
  const plain = (text: string): Said => ({ text, language: words.language, direction: directionOf(words.language) });
  const option = (key: string) => say(`options.${key}.text`);
  const isRight = (part: string) => one.grade.parts.some(({ key, right }) => key === part && right);
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const picked = given?.type === 'single' ? [given.option] : given?.type === 'multiple' ? given.options : [];
      const right = [question.right].flat();
      const feedback = (key: string) => (words.has(textKey(question, `options.${key}.feedback`)) ? say(`options.${key}.feedback`) : null);
      const choices = question.options.map((key) => ({
        text: option(key),
        given: picked.includes(key),
        right: right.includes(key),
        feedback: picked.includes(key) || right.includes(key) ? feedback(key) : null,
      }));
      return { ...NOTHING, choices };
    }
    case 'true-false':
      return { ...NOTHING, truth: { given: given?.type === 'true-false' ? given.value : null, right: question.right } };
    case 'short-text': {
      const typed = given?.type === 'short-text' ? given.typed : '';
      const best = question.answers.find(({ percent }) => percent === 100) ?? question.answers[0]!;
      return {
        ...NOTHING,
        pairs: [
          {
            label: null,
            given: typed ? plain(typed) : null,
            right: say(`answers.${best.key}.text`),
            correct: one.grade.outcome === 'right',
          },
        ],
      };
    }
    case 'essay':
      return { ...NOTHING, essay: given?.type === 'essay' ? given.text.split('\n').filter(Boolean) : [] };
    case 'description':
      return NOTHING;
    case 'matching': {
      const matches = given?.type === 'matching' ? given.matches : {};
      const pairs = question.items.map(({ key, right }) => ({
        label: say(`items.${key}.text`),
        given: matches[key] ? option(matches[key]) : null,
        right: option(right),
        correct: isRight(key),
      }));
      return { ...NOTHING, pairs };
    }
    case 'ordering': {
      const order = given?.type === 'ordering' ? given.order : [];
      const pairs = question.options.map((right, index) => ({
        label: null,
        given: order[index] ? option(order[index]) : null,
        right: option(right),
        correct: order[index] === right,
      }));
      return { ...NOTHING, pairs };
    }
    case 'number': {
      const typed = given?.type === 'number' ? given.typed : '';
      const right = question.tolerance ? `${question.value} ± ${question.tolerance}` : String(question.value);
      return {
        ...NOTHING,
        pairs: [{ label: null, given: typed ? plain(typed) : null, right: plain(right), correct: one.grade.outcome === 'right' }],
      };
    }
    case 'gap-text': {
      const filled = given?.type === 'gap-text' ? given.gaps : {};
      const text = say('text');
      const gapText = (gap: string, key: string) =>
        words.has(textKey(question, `gaps.${gap}.options.${key}.text`)) ? say(`gaps.${gap}.options.${key}.text`).text : key;
      const right = (gap: string) => {
        const own = question.gaps.find(({ key }) => key === gap)!;
        return own.typed ? say(`gaps.${gap}.answers.1`).text : gapText(gap, own.right);
      };
      const known = new Set(gapsIn(text.text));
      const sentence = pieces(text.text).map((piece) => {
        if ('text' in piece || !known.has(piece.gap)) return { text: 'text' in piece ? piece.text : '', gap: null };
        const value = filled[piece.gap];
        return {
          text: null,
          gap: { given: value === undefined ? null : gapText(piece.gap, value), right: right(piece.gap), correct: isRight(piece.gap) },
        };
      });
      return { ...NOTHING, sentence, sentenceLanguage: text.language };
    }
  }
}

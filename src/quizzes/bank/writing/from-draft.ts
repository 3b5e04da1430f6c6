/** What a form means: the skeleton and the words of the question, and what cannot be read. */
import { gapsIn } from '../../../content/gaps';
import { GapStructure, QuestionStructure } from '../../../content/question-structures';
import { Language } from '../../../kernel/language';
import { isBlank, tidy } from '../../../kernel/text';
import { originalTexts, QuestionTexts, Written } from '../../questions/written';
import { cleaned, Draft, languageOf, saidOptions, Type, typeOf } from './draft';
import { gapFrom } from './gap-lines';
import { Mistake, Numbers } from './numbers';

export interface Read {
  written: Written;
  mistakes: Mistake[];
}

const MOST_POINTS = 100;

/** The question that a form holds. `before` is the one it changes: its id, translations and words that the form does not show stay. */
export function fromDraft(given: Draft, before: Written | null, otherwise: Language): Read {
  const draft = cleaned(given);
  const numbers = new Numbers();
  const words = new Words();
  const type = typeOf(draft);
  const structure = skeleton(type, draft, numbers, words, before);
  const language = before?.language ?? languageOf(draft, otherwise);
  for (const key of ['stem', 'feedback'] as const) words.say(key, draft[key]);
  if (['true-false', 'short-text', 'number'].includes(type))
    for (const key of ['feedbackRight', 'feedbackWrong'] as const) words.say(key, draft[key]);
  return {
    written: {
      structure,
      language,
      texts: { ...translations(before, words.texts), [language]: words.texts },
      name: draft.name,
      externalId: before?.externalId ?? null,
      tags: draft.tags
        .split(/[,،、，\n]/)
        .map(tidy)
        .filter(Boolean),
      category: draft.category,
    },
    mistakes: numbers.mistakes,
  };
}

/** Words by key; what is blank is not said. */
class Words {
  readonly texts: QuestionTexts = {};

  say(key: string, text: string | undefined): void {
    if (text !== undefined && !isBlank(text)) this.texts[key] = tidy(text);
  }
}

function translations(before: Written | null, originals: QuestionTexts): Written['texts'] {
  if (!before) return {};
  const others = Object.entries(before.texts).filter(([language]) => language !== before.language);
  const kept = others.map(([language, texts]) => [
    language,
    Object.fromEntries(Object.entries(texts ?? {}).filter(([key]) => still(key, originals))),
  ]);
  return Object.fromEntries(kept) as Written['texts'];
}

/** Translated answers of a gap may be more than the original's. */
function still(key: string, originals: QuestionTexts): boolean {
  return Object.hasOwn(originals, key) || Object.hasOwn(originals, key.replace(/(\.answers\.)\d+$/, '$11'));
}

function skeleton(type: Type, draft: Draft, numbers: Numbers, words: Words, before: Written | null): QuestionStructure {
  const description = type === 'description';
  const points = description ? 0 : numbers.read('points', draft.points, { min: 1, max: MOST_POINTS, whole: true });
  const hints = description || type === 'essay' ? [] : draft.hints.filter((hint) => !isBlank(hint));
  hints.forEach((hint, index) => words.say(`hints.${index + 1}`, hint));
  const penalty = draft.penalty && !description ? numbers.read('penalty', draft.penalty, { min: 0, max: 100 }) : undefined;
  const asked = {
    key: before?.structure.key ?? 'new',
    points,
    read: before?.structure.read ?? null,
    ...(hints.length ? { hints: hints.length } : {}),
    ...(penalty === undefined ? {} : { penalty }),
  };
  const options = saidOptions(draft);
  const right = draft.right.filter((key) => options.includes(key));
  const sayOptions = (where: string) => {
    for (const key of options) {
      words.say(`${where}.${key}.text`, draft.option[key]);
      words.say(`${where}.${key}.feedback`, draft.told[key]);
    }
  };
  const mark = (key: string, empty: number) => numbers.read(`mark.${key}`, draft.mark[key], { empty, min: -100, max: 100 });
  const marked = (keys: readonly string[], empty: (key: string) => number) =>
    keys.some((key) => (draft.mark[key] ?? '') !== '')
      ? { weights: Object.fromEntries(keys.map((key) => [key, mark(key, empty(key))])) }
      : {};
  switch (type) {
    case 'single': {
      sayOptions('options');
      const wrong = options.filter((key) => key !== right[0]);
      return { ...asked, type, options, right: right[0] ?? '', ...marked(wrong, () => 0) };
    }
    case 'multiple':
      sayOptions('options');
      return {
        ...asked,
        type,
        options,
        right,
        ...marked(options, (key) => (right.includes(key) ? 100 : -100) / Math.max(1, right.length)),
      };
    case 'true-false':
      if (!draft.right.some((value) => value === 'true' || value === 'false'))
        numbers.mistakes.push({ field: 'right', key: 'bank.check.no-right', details: {} });
      return { ...asked, type, right: draft.right.includes('true') };
    case 'short-text':
      sayOptions('answers');
      return { ...asked, type, answers: options.map((key) => ({ key, percent: mark(key, 100) })), matchCase: draft.matchCase === 'yes' };
    case 'number':
      return { ...asked, type, ...numberParts(draft, numbers, words) };
    case 'matching': {
      sayOptions('options');
      const items = draft.items.filter((key) => !isBlank(draft.item[key] ?? ''));
      for (const key of items) words.say(`items.${key}.text`, draft.item[key]);
      return {
        ...asked,
        type,
        items: items.map((key) => ({ key, right: options.includes(draft.match[key] ?? '') ? draft.match[key]! : '' })),
        options,
      };
    }
    case 'ordering':
      sayOptions('options');
      return { ...asked, type, options };
    case 'gap-text': {
      words.say('text', draft.text);
      const known = before ? originalTexts(before) : {};
      const gaps = [...new Set(gapsIn(draft.text))].map((key): GapStructure =>
        gapFrom(draft, key, known, (name, text) => words.say(name, text)),
      );
      return { ...asked, type, gaps };
    }
    case 'essay': {
      const rubric = draft.rubric.filter((key) => !isBlank(draft.looked[key] ?? ''));
      for (const key of rubric) words.say(`rubric.${key}.text`, draft.looked[key]);
      const worth = (key: string) => numbers.read(`worth.${key}`, draft.worth[key], { min: 1, max: MOST_POINTS, whole: true });
      const mostWords = draft.mostWords ? numbers.read('mostWords', draft.mostWords, { min: 1, max: 5000, whole: true }) : null;
      return { ...asked, type, mostWords, rubric: rubric.map((key) => ({ key, points: worth(key) })) };
    }
    case 'description':
      return { ...asked, type };
  }
}

function numberParts(draft: Draft, numbers: Numbers, words: Words) {
  const others = draft.others.filter((key) => !isBlank(draft.other[key] ?? ''));
  const units = draft.units.filter((key) => !isBlank(draft.unit[key] ?? ''));
  for (const key of others) words.say(`others.${key}.feedback`, draft.othertold[key]);
  for (const key of units) words.say(`units.${key}.text`, draft.unit[key]);
  return {
    value: numbers.read('value', draft.value, {}),
    tolerance: numbers.read('tolerance', draft.tolerance, { empty: 0, min: 0 }),
    ...(others.length
      ? {
          others: others.map((key) => ({
            key,
            value: numbers.read(`other.${key}`, draft.other[key], {}),
            tolerance: numbers.read(`othertolerance.${key}`, draft.othertolerance[key], { empty: 0, min: 0 }),
            percent: numbers.read(`othermark.${key}`, draft.othermark[key], { empty: 50, min: -100, max: 100 }),
          })),
        }
      : {}),
    ...(units.length
      ? { units: units.map((key) => ({ key, factor: numbers.read(`factor.${key}`, draft.factor[key], { empty: 1, min: 0 }) })) }
      : {}),
  };
}

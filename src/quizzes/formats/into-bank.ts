/** A question of a file as the bank keeps it: a skeleton and words by key, in one language. */
import type { QuestionStructure } from '../../content/question-structures';
import type { Language } from '../../kernel/language';
import { isBlank } from '../../kernel/text';
import type { QuestionTexts, Written } from '../questions/written';
import { clean } from './clean';
import type { Choice, Imported, ImportedGap } from './imported';
import { shortened } from './names';
import { type Lost, plainOf } from './plain-question';

export interface IntoBank {
  written: Written;
  /** what the bank has no place for */
  lost: Lost[];
}

/** Types whose pages say something to whoever is right or wrong as a whole. */
const BY_OUTCOME: Imported['type'][] = ['true-false', 'short-text', 'number'];
/** What Moodle says when its author said nothing. */
const USUAL = /^Your answer is (?:partially |in)?correct\.?$/;

export function intoBank(imported: Imported, language: Language): IntoBank {
  const { question: plain, lost } = plainOf(imported);
  const cleaned = clean(plain);
  const question = { ...cleaned, hints: cleaned.hints.filter((hint) => !isBlank(hint)) };
  const texts: QuestionTexts = {};
  const say = (key: string, text: string) => {
    if (!isBlank(text)) texts[key] = text;
  };
  const stem =
    question.stem || question.name || (question.type === 'gap-text' ? shortened(question.text.replace(/\{\{[^}]*\}\}/g, '…')) : '');
  say('stem', stem);
  const structure = { ...askedOf(question), ...skeletonOf(question, say) } as QuestionStructure;
  say('feedback', question.feedback);
  question.hints.forEach((hint, at) => say(`hints.${at + 1}`, hint));
  if (BY_OUTCOME.includes(question.type)) {
    if (question.whenRight) say('feedbackRight', question.whenRight);
    if (question.whenWrong) say('feedbackWrong', question.whenWrong);
  } else if ([question.whenRight, question.whenWrong].some((text) => text && !USUAL.test(text))) lost.push('feedback-right-wrong');
  const name = question.name === shortened(question.stem) || isBlank(question.name) ? '' : question.name;
  const category = question.category
    .filter((part) => !isBlank(part))
    .map((part) => part.replaceAll('/', '∕'))
    .join('/');
  return {
    written: {
      structure,
      language,
      texts: { [language]: texts },
      name,
      externalId: question.id !== null && isBlank(question.id) ? null : question.id,
      tags: question.tags.filter((tag) => !isBlank(tag)),
      category,
    },
    lost,
  };
}

function askedOf({ type, points, hints, penalty }: Imported) {
  const worth = type === 'description' ? 0 : Math.max(1, Math.round(points));
  return {
    key: 'new',
    type,
    points: worth,
    read: null,
    ...(hints.length ? { hints: hints.length } : {}),
    ...(penalty === null ? {} : { penalty }),
  };
}

/** a, b, … z, then o27 and on. */
export const keyAt = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : `o${at + 1}`);

type Say = (key: string, text: string) => void;

function skeletonOf(question: Imported, say: Say): object {
  switch (question.type) {
    case 'single': {
      const right = question.options.findIndex(({ percent }) => percent >= 99.99);
      return {
        options: optionsOf(question.options, say),
        right: keyAt(right),
        ...weightsOf(question.options, (at, percent) => at !== right && percent !== 0),
      };
    }
    case 'multiple': {
      const right = question.options.flatMap(({ percent }, at) => (percent > 0 ? [keyAt(at)] : []));
      const each = 100 / right.length;
      const usual = question.options.every(({ percent }) => Math.abs(Math.abs(percent) - each) < 0.01);
      return {
        options: optionsOf(question.options, say),
        right,
        ...(usual ? {} : weightsOf(question.options, (_, percent) => percent !== 0)),
      };
    }
    case 'true-false':
      return { right: question.right };
    case 'short-text':
      optionsOf(question.answers, say, 'answers');
      return {
        answers: question.answers.map(({ percent }, at) => ({ key: keyAt(at), percent: Math.max(0, percent) })),
        matchCase: question.matchCase,
      };
    case 'number':
      return numberOf(question, say);
    case 'matching':
      return matchingOf(question, say);
    case 'ordering':
      return {
        options: optionsOf(
          question.items.map((text) => ({ text, feedback: '' })),
          say,
        ),
      };
    case 'gap-text':
      say('text', question.text);
      return { gaps: question.gaps.map((gap) => gapOf(gap, say)) };
    case 'essay': {
      question.rubric.forEach(({ text }, at) => say(`rubric.${keyAt(at)}.text`, text));
      const rubric = question.rubric.map(({ points }, at) => ({ key: keyAt(at), points }));
      const all = rubric.reduce((sum, { points }) => sum + points, 0);
      return { mostWords: question.mostWords, rubric, ...(rubric.length ? { points: all } : {}) };
    }
    case 'description':
      return {};
  }
}

function optionsOf(options: readonly Pick<Choice, 'text' | 'feedback'>[], say: Say, list = 'options'): string[] {
  return options.map(({ text, feedback }, at) => {
    say(`${list}.${keyAt(at)}.text`, text);
    say(`${list}.${keyAt(at)}.feedback`, feedback);
    return keyAt(at);
  });
}

function weightsOf(options: readonly Choice[], counts: (at: number, percent: number) => boolean): { weights?: Record<string, number> } {
  const weights = options.flatMap(({ percent }, at) => (counts(at, percent) ? [[keyAt(at), percent] as const] : []));
  return weights.length ? { weights: Object.fromEntries(weights) } : {};
}

/** The first that is worth everything is tried first. */
function numberOf({ answers, units }: Extract<Imported, { type: 'number' }>, say: Say): object {
  const main = Math.max(
    0,
    answers.findIndex(({ percent }) => percent >= 99.99),
  );
  const { value, tolerance, feedback } = answers[main]!;
  say('feedbackRight', feedback);
  const others = answers
    .filter((_, at) => at !== main)
    .map((other, at) => {
      say(`others.${keyAt(at)}.feedback`, other.feedback);
      return { key: keyAt(at), value: other.value, tolerance: other.tolerance, percent: Math.max(0, other.percent) };
    });
  units.forEach(({ text }, at) => say(`units.${keyAt(at)}.text`, text));
  const named = units.map(({ factor }, at) => ({ key: keyAt(at), factor }));
  return { value, tolerance, ...(others.length ? { others } : {}), ...(named.length ? { units: named } : {}) };
}

function matchingOf({ pairs, distractors }: Extract<Imported, { type: 'matching' }>, say: Say): object {
  const sides = [...new Set([...pairs.map(({ right }) => right), ...distractors])];
  const options = optionsOf(
    sides.map((text) => ({ text, feedback: '' })),
    say,
  );
  pairs.forEach(({ left }, at) => say(`items.${keyAt(at)}.text`, left));
  return { items: pairs.map(({ right }, at) => ({ key: keyAt(at), right: keyAt(sides.indexOf(right)) })), options };
}

function gapOf(gap: ImportedGap, say: Say) {
  say(`gaps.${gap.key}.feedback`, gap.feedback);
  if (gap.typed) {
    gap.answers.forEach((text, at) => say(`gaps.${gap.key}.answers.${at + 1}`, text));
    return { key: gap.key, typed: true };
  }
  return { key: gap.key, typed: false, options: optionsOf(gap.options, say, `gaps.${gap.key}.options`), right: keyAt(gap.right) };
}

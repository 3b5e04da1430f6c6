/** What somebody answered, in words instead of keys. */
import type { Words } from '../../content/translation';
import type { Fields, Given } from './given';
import { type Question, textKey } from './question';

/** Says “true” and “false”, which are words of the house and not of the quiz. */
export type SayTruth = (key: 'quizzes.true' | 'quizzes.false') => string;

/** An answer as a reader would say it, one line for each of its parts. */
export function inWords(question: Question, given: Given, words: Words, say: SayTruth): string[] {
  const option = (key: string) => words.text(textKey(question, `options.${key}.text`)).text;
  switch (given.type) {
    case 'single':
      return given.option ? [option(given.option)] : [];
    case 'multiple':
      return given.options.map(option);
    case 'ordering':
      return given.order.map(option);
    case 'matching':
      return Object.entries(given.matches).map(
        ([item, key]) => `${words.text(textKey(question, `items.${item}.text`)).text} – ${option(key)}`,
      );
    case 'true-false':
      return given.value === null ? [] : [say(given.value ? 'quizzes.true' : 'quizzes.false')];
    case 'short-text':
    case 'number':
      return given.typed ? [given.typed] : [];
    case 'essay':
      return given.text ? given.text.split('\n').filter(Boolean) : [];
    case 'description':
      return [];
    case 'gap-text':
      return Object.entries(given.gaps).map(([gap, filled]) =>
        words.has(textKey(question, `gaps.${gap}.options.${filled}.text`))
          ? words.text(textKey(question, `gaps.${gap}.options.${filled}.text`)).text
          : filled,
      );
  }
}

/**
 * What stood in the fields of a post that was refused, as its writer would say it: the words of options, and what was typed. What is no
 * option of the question says nothing to anybody and is left out.
 */
export function writtenIn(question: Question, fields: Fields, words: Words, say: SayTruth): string[] {
  return inWords(question, asFarAsKnown(question, fields), words, say);
}

function asFarAsKnown(question: Question, fields: Fields): Given {
  const values = (field: string) => [(Object.hasOwn(fields, field) && fields[field]) || []].flat();
  const known = (field: string, options: readonly string[]) => values(field).filter((key) => options.includes(key));
  const perKey = (keys: string[], read: (key: string, field: string) => string | undefined) =>
    Object.fromEntries(keys.map((key) => [key, read(key, `answer-${key}`)]).filter(([, value]) => value)) as Record<string, string>;
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { type: 'multiple', options: known('answer', question.options) };
    case 'ordering':
      return { type: 'ordering', order: known('answer', question.options) };
    case 'matching': {
      const items = question.items.map(({ key }) => key);
      return { type: 'matching', matches: perKey(items, (_, field) => known(field, question.options)[0]) };
    }
    case 'true-false': {
      const [said] = known('answer', ['true', 'false']);
      return { type: 'true-false', value: said === undefined ? null : said === 'true' };
    }
    case 'short-text':
    case 'number':
      return { type: question.type, typed: values('answer').join('\n') };
    case 'essay':
      return { type: 'essay', text: values('answer').join('\n') };
    case 'description':
      return { type: 'description' };
    case 'gap-text': {
      const gaps = new Map(question.gaps.map((gap) => [gap.key, gap]));
      const read = (key: string, field: string) => {
        const gap = gaps.get(key)!;
        return gap.typed ? values(field)[0] : known(field, gap.options)[0];
      };
      return { type: 'gap-text', gaps: perKey([...gaps.keys()], read) };
    }
  }
}

/** A question of the bank as files have it: in one language, with a note of what no file but our own can say. */
import type { QuestionStructure } from '../../content/question-structures';
import type { Language } from '../../kernel/language';
import { languagesOf, originalTexts, type QuestionTexts, titleOf, type Written } from '../questions/written';
import type { Imported, ImportedGap } from './imported';
import { losing, type Loss, type Lose } from './losses';
import { shortened } from './names';

/** Questions in the original's language, or in another where all of a question is said in it. */
export function fromBank(writtens: readonly Written[], language?: Language): { questions: Imported[]; losses: Loss[] } {
  const { losses, of } = losing();
  const questions = writtens.map((written) => {
    const lose = of({ name: shortened(titleOf(written)) });
    const languages = languagesOf(written);
    if (languages.length > 1) lose('formats.loss.languages', { languages: languages.length - 1 });
    const texts =
      language && language !== written.language ? { ...originalTexts(written), ...written.texts[language] } : originalTexts(written);
    return importedOf(written, texts, lose);
  });
  return { questions, losses };
}

function importedOf({ structure, name, externalId, tags, category }: Written, texts: QuestionTexts, lose: Lose): Imported {
  const say = (key: string) => texts[key] ?? '';
  if (structure.read !== null) lose('formats.loss.read');
  const about = {
    line: 0,
    name: name || shortened(say('stem')),
    id: externalId,
    tags,
    category: category
      .split('/')
      .map((part) => part.replaceAll('∕', '/'))
      .filter(Boolean),
    stem: say('stem'),
    markup: 'plain' as const,
    feedback: say('feedback'),
    whenRight: say('feedbackRight'),
    whenWrong: say('feedbackWrong'),
    points: structure.points,
    hints: Array.from({ length: structure.hints ?? 0 }, (_, at) => say(`hints.${at + 1}`)).filter(Boolean),
    penalty: structure.penalty ?? null,
  };
  return { ...about, ...ownOf(structure, say, lose), type: structure.type } as Imported;
}

type Say = (key: string) => string;

function ownOf(structure: QuestionStructure, say: Say, lose: Lose): object {
  const option = (key: string, list = 'options') => ({ text: say(`${list}.${key}.text`), feedback: say(`${list}.${key}.feedback`) });
  const withoutFeedback = (keys: readonly string[]) => {
    if (keys.some((key) => say(`options.${key}.feedback`))) lose('formats.loss.feedback-parts');
  };
  switch (structure.type) {
    case 'single':
      return {
        options: structure.options.map((key) => ({
          ...option(key),
          percent: key === structure.right ? 100 : (structure.weights?.[key] ?? 0),
        })),
      };
    case 'multiple': {
      const each = Math.round(1e7 / structure.right.length) / 1e5;
      const usual = (key: string) => (structure.right.includes(key) ? each : -each);
      const percent = (key: string) => (structure.weights ? (structure.weights[key] ?? 0) : usual(key));
      return { options: structure.options.map((key) => ({ ...option(key), percent: percent(key) })) };
    }
    case 'true-false':
      return { right: structure.right };
    case 'short-text':
      return {
        answers: structure.answers.map(({ key, percent }) => ({ ...option(key, 'answers'), percent })),
        matchCase: structure.matchCase,
      };
    case 'number':
      return numberOf(structure, say, lose);
    case 'matching':
      withoutFeedback([...structure.options]);
      return {
        pairs: structure.items.map(({ key, right }) => ({ left: say(`items.${key}.text`), right: option(right).text })),
        distractors: structure.options.filter((key) => !structure.items.some(({ right }) => right === key)).map((key) => option(key).text),
      };
    case 'ordering':
      withoutFeedback(structure.options);
      return { items: structure.options.map((key) => option(key).text) };
    case 'gap-text':
      return { text: say('text'), gaps: structure.gaps.map((gap) => gapOf(gap, say)) };
    case 'essay':
      return {
        mostWords: structure.mostWords,
        rubric: structure.rubric.map(({ key, points }) => ({ text: say(`rubric.${key}.text`), points })),
      };
    case 'description':
      return {};
  }
}

/** What is said to whoever gives the number itself is the feedback of that answer. */
function numberOf(structure: Extract<QuestionStructure, { type: 'number' }>, say: Say, lose: Lose): object {
  if (say('unit')) lose('formats.loss.units');
  const { value, tolerance, others = [], units = [] } = structure;
  return {
    whenRight: '',
    answers: [
      { value, tolerance, percent: 100, feedback: say('feedbackRight') },
      ...others.map((other) => ({
        value: other.value,
        tolerance: other.tolerance,
        percent: other.percent,
        feedback: say(`others.${other.key}.feedback`),
      })),
    ],
    units: units.map(({ key, factor }) => ({ text: say(`units.${key}.text`), factor })),
  };
}

function gapOf(gap: Extract<QuestionStructure, { type: 'gap-text' }>['gaps'][number], say: Say): ImportedGap {
  const feedback = say(`gaps.${gap.key}.feedback`);
  if (!gap.typed) {
    const options = gap.options.map((key) => ({
      text: say(`gaps.${gap.key}.options.${key}.text`),
      feedback: say(`gaps.${gap.key}.options.${key}.feedback`),
    }));
    return { key: gap.key, typed: false, options, right: gap.options.indexOf(gap.right), feedback };
  }
  const answers: string[] = [];
  for (let at = 1; say(`gaps.${gap.key}.answers.${at}`); at++) answers.push(say(`gaps.${gap.key}.answers.${at}`));
  return { key: gap.key, typed: true, answers, feedback };
}

/** The words that a question needs, by its type, and the gaps that its text must hold. */
import { gapsIn } from '../gaps';
import { GapStructure, QuestionStructure } from '../question-structures';
import { Sheet } from './sheet';
import { Expected, Word } from './words';

type Need = [key: string, need: 'required' | 'advised' | 'optional'];

export function questionWords(question: QuestionStructure): Expected {
  const hints = Array.from({ length: question.hints ?? 0 }, (_, index): Need => [`hints.${index + 1}`, 'required']);
  const feedback: Need = ['feedback', question.type === 'description' || question.type === 'essay' ? 'optional' : 'advised'];
  const own: Need[] = [['stem', 'required'], ...bodyWords(question), feedback, ...endWords(question), ...hints];
  return new Map(own.map(([key, need]) => [`questions.${question.key}.${key}`, need]));
}

function bodyWords({ type }: QuestionStructure): Need[] {
  if (type === 'gap-text') return [['text', 'required']];
  return type === 'number' ? [['unit', 'optional']] : [];
}

function endWords(question: QuestionStructure): Need[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return optionWords('options', question.options, 'advised');
    case 'matching':
      return [
        ...question.items.map(({ key }): Need => [`items.${key}.text`, 'required']),
        ...optionWords('options', question.options, 'optional'),
      ];
    case 'ordering':
      return optionWords('options', question.options, 'optional');
    case 'true-false':
      return BY_OUTCOME;
    case 'short-text':
      return [...optionWords('answers', question.answers.map(keyOf), 'optional'), ...BY_OUTCOME];
    case 'number': {
      const others = (question.others ?? []).map(({ key }): Need => [`others.${key}.feedback`, 'optional']);
      const units = (question.units ?? []).map(({ key }): Need => [`units.${key}.text`, 'required']);
      return [...BY_OUTCOME, ...others, ...units];
    }
    case 'essay':
      return question.rubric.map(({ key }): Need => [`rubric.${key}.text`, 'required']);
    case 'description':
      return [];
    case 'gap-text':
      return question.gaps.flatMap(gapWords);
  }
}

const keyOf = ({ key }: { key: string }) => key;

const BY_OUTCOME: Need[] = [
  ['feedbackRight', 'optional'],
  ['feedbackWrong', 'optional'],
];

function gapWords(gap: GapStructure): Need[] {
  const words: Need[] = gap.typed
    ? [[`gaps.${gap.key}.answers.1`, 'required']]
    : optionWords(`gaps.${gap.key}.options`, gap.options, 'optional');
  return [...words, [`gaps.${gap.key}.feedback`, 'optional']];
}

function optionWords(where: string, options: readonly string[], feedback: Need[1]): Need[] {
  return options.flatMap((option): Need[] => [
    [`${where}.${option}.text`, 'required'],
    [`${where}.${option}.feedback`, feedback],
  ]);
}

/** Every gap stands in the text exactly once, in every language. */
export function checkGaps(sheet: Sheet, question: QuestionStructure, word: Word | undefined): void {
  if (question.type !== 'gap-text' || !word) return;
  const found = gapsIn(word.text);
  const keys = question.gaps.map(({ key }) => key);
  for (const key of keys) {
    if (found.filter((gap) => gap === key).length !== 1)
      sheet.note('content.problem.gap-not-in-text', word.line, { question: question.key, gap: key });
  }
  for (const gap of found) if (!keys.includes(gap)) sheet.note('content.problem.gap-unknown', word.line, { question: question.key, gap });
}

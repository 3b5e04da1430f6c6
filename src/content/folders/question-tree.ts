/** A question as `quiz.yml` has it: the reverse of `question-file.ts`. */
import { GapStructure, QuestionStructure } from '../question-structures';
import { Tree } from './yaml';

export function questionTree(question: QuestionStructure): Map<string, Tree> {
  const { key, type, points, read, tags, hints, penalty } = question;
  const about = { key, type, points, read: read ?? undefined, tags, hints, penalty };
  return treeOf({ ...about, ...ownTree(question) });
}

function ownTree(question: QuestionStructure): Fields {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { options: question.options, right: question.right, weights: question.weights && treeOf(question.weights) };
    case 'true-false':
      return { right: question.right };
    case 'short-text':
      return { answers: question.answers.map((one) => treeOf(one)), matchCase: question.matchCase || undefined };
    case 'matching': {
      const { items, options } = question;
      return { items: items.map(({ key }) => key), options, right: new Map(items.map(({ key, right }) => [key, right])) };
    }
    case 'ordering':
      return { options: question.options };
    case 'number': {
      const { value, tolerance, others, units } = question;
      return { right: treeOf({ value, tolerance }), others: others?.map((one) => treeOf(one)), units: units?.map((one) => treeOf(one)) };
    }
    case 'gap-text':
      return { gaps: new Map(question.gaps.map((each) => [each.key, gapTree(each)])) };
    case 'essay':
      return {
        mostWords: question.mostWords ?? undefined,
        rubric: question.rubric.length ? question.rubric.map((one) => treeOf(one)) : undefined,
      };
    case 'description':
      return {};
  }
}

function gapTree(each: GapStructure): Tree {
  return treeOf(each.typed ? { typed: true } : { options: each.options, right: each.right });
}

type Fields = Readonly<Record<string, Tree | undefined>>;

/** What is undefined is not written. */
function treeOf(fields: Fields): Map<string, Tree> {
  return new Map(Object.entries(fields).filter((entry): entry is [string, Tree] => entry[1] !== undefined));
}

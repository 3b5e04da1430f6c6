/** What somebody would reach who knows nothing and chooses by chance, in percent; null where that cannot be said. */
import type { Question } from '../questions/question';

/** `textOf`: the words of the question, relative to it, such as `answers.a.text`. */
export function guessScore(question: Question, textOf: (rest: string) => string | null): number | null {
  switch (question.type) {
    case 'single': {
      const worth = (option: string) => (option === question.right ? 100 : (question.weights?.[option] ?? 0));
      return question.options.reduce((sum, option) => sum + worth(option), 0) / question.options.length;
    }
    case 'true-false':
      return 50;
    case 'matching':
      return 100 / new Set(question.options).size;
    case 'short-text':
      return question.answers.find(({ key }) => textOf(`answers.${key}.text`)?.trim() === '*')?.percent ?? 0;
    case 'gap-text': {
      const chance = question.gaps.map((gap) => (gap.typed ? 0 : 100 / gap.options.length));
      return chance.reduce((sum, one) => sum + one, 0) / chance.length;
    }
    case 'number':
    case 'essay':
      return 0;
    case 'multiple':
    case 'ordering':
    case 'description':
      return null;
  }
}

/** The order in which one attempt shows the options: mixed, but always the same for the same attempt, in every language. */
import { shuffled } from '../../kernel/random';
import { Question } from './question';

export interface Arrangement {
  /** options of the question; for ordering, the order to begin with */
  options: string[];
  /** options of each gap that has a list */
  gaps: Record<string, string[]>;
}

/** The seed is the attempt's own, such as its id. */
export function arranged(question: Question, seed: string): Arrangement {
  const mixed = (options: readonly string[], place: string) => shuffled(options, `${seed}/${question.key}/${place}`);
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'matching':
      return { options: mixed(question.options, 'options'), gaps: {} };
    case 'ordering':
      return { options: unsolved(question.options, mixed(question.options, 'options')), gaps: {} };
    case 'true-false':
    case 'short-text':
    case 'number':
    case 'essay':
    case 'description':
      return { options: [], gaps: {} };
    case 'gap-text': {
      const listed = question.gaps.flatMap((gap) => (gap.typed ? [] : [[gap.key, mixed(gap.options, gap.key)] as const]));
      return { options: [], gaps: Object.fromEntries(listed) };
    }
  }
}

/** Never the right order, or pressing "save" would answer the question. */
function unsolved(right: readonly string[], order: readonly string[]): string[] {
  const solved = order.every((key, index) => key === right[index]);
  return solved ? [...order.slice(1), ...order.slice(0, 1)] : [...order];
}

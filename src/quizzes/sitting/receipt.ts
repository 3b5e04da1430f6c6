/** What somebody gets for handing in: a short mark that follows from their answers and nothing else, so that both sides can compare. */
import { canonical } from '../../content/canonical';
import { sha256 } from '../../content/hash';
import { type Given, isEmpty } from '../questions/given';

interface Kept {
  question: string;
  given: Given;
  certainty?: number | null;
}

export interface Receipt {
  /** how many questions were answered */
  count: number;
  /** ten hex digits in two groups, such as `3f9a1-07c2e` */
  mark: string;
}

/** The order in which answers were saved does not matter. Of another attempt the same answers have another mark. */
export function receipt(attemptId: string, answers: readonly Kept[]): Receipt {
  const answered = answers.filter(({ given }) => !isEmpty(given));
  const kept = answered.map(({ question, given, certainty = null }) => ({ question, given, certainty }));
  const sorted = kept.sort((a, b) => (a.question < b.question ? -1 : 1));
  const hash = sha256(canonical({ attempt: attemptId, answers: sorted }));
  return { count: answered.length, mark: `${hash.slice(0, 5)}-${hash.slice(5, 10)}` };
}

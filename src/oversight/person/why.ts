/** Why a step is not done yet, in words: phrases `oversight.why.<key>`. */

/** What somebody has made of a quiz so far; shares in percent. */
export interface QuizSoFar {
  passMark: number;
  best: number | null;
  /** A try is begun and not handed in. */
  begun: boolean;
}

/** How far the latest table is. */
export type TableSoFar = 'open' | 'ended' | null;

export interface Why {
  key: 'lesson' | 'quiz-untried' | 'quiz-begun' | 'quiz-below' | 'table-untaken' | 'table-open' | 'table-undebriefed' | 'other';
  values: Record<string, number>;
}

export function why(kind: string, { quiz, table }: { quiz: QuizSoFar | null; table: TableSoFar }): Why {
  const say = (key: Why['key'], values: Why['values'] = {}): Why => ({ key, values });
  if (kind === 'lesson') return say('lesson');
  if (kind === 'quiz' && quiz) return quizWhy(quiz, say);
  if (kind === 'simulation') return say(table === 'open' ? 'table-open' : table === 'ended' ? 'table-undebriefed' : 'table-untaken');
  return say('other');
}

function quizWhy({ passMark, best, begun }: QuizSoFar, say: (key: Why['key'], values?: Why['values']) => Why): Why {
  if (best !== null) return say('quiz-below', { mark: passMark / 100, best: best / 100 });
  return say(begun ? 'quiz-begun' : 'quiz-untried', { mark: passMark / 100 });
}

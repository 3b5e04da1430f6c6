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

/** How far a work is; null before anything was written. */
export type WorkSoFar = {
  state: 'draft' | 'waiting' | 'revise' | 'passed' | 'accepted';
  handedInAt: Date | null;
  answeredAt: Date | null;
} | null;

export interface Why {
  key:
    | 'lesson'
    | 'quiz-untried'
    | 'quiz-begun'
    | 'quiz-below'
    | 'table-untaken'
    | 'table-open'
    | 'table-undebriefed'
    | 'work-untouched'
    | 'work-draft'
    | 'work-waiting'
    | 'work-revise'
    | 'work-owes'
    | 'other';
  values: Record<string, number>;
  /** The day that the phrase names, where it names one. */
  day?: Date;
}

export function why(kind: string, { quiz, table, work }: { quiz: QuizSoFar | null; table: TableSoFar; work: WorkSoFar }): Why {
  const say = (key: Why['key'], values: Why['values'] = {}): Why => ({ key, values });
  if (kind === 'lesson') return say('lesson');
  if (kind === 'quiz' && quiz) return quizWhy(quiz, say);
  if (kind === 'simulation') return say(table === 'open' ? 'table-open' : table === 'ended' ? 'table-undebriefed' : 'table-untaken');
  if (kind === 'assignment') return workWhy(work);
  return say('other');
}

function workWhy(work: WorkSoFar): Why {
  if (work?.state === 'waiting') return { key: 'work-waiting', values: {}, day: work.handedInAt! };
  if (work?.state === 'revise') return { key: 'work-revise', values: {}, day: work.answeredAt! };
  if (work?.state === 'passed') return { key: 'work-owes', values: {}, day: work.answeredAt! };
  return { key: work ? 'work-draft' : 'work-untouched', values: {} };
}

function quizWhy({ passMark, best, begun }: QuizSoFar, say: (key: Why['key'], values?: Why['values']) => Why): Why {
  if (best !== null) return say('quiz-below', { mark: passMark / 100, best: best / 100 });
  return say(begun ? 'quiz-begun' : 'quiz-untried', { mark: passMark / 100 });
}

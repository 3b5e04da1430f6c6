/** Problems of a file as they are found. */
import type { ImportProblemKey } from './import-problems';
import type { Details, Imported, ImportProblem, ReadFile } from './imported';

export type TellAt = (line: number, key: ImportProblemKey, details?: Details) => void;

/** A list of problems, and how to add to it. */
export function telling(): { problems: ImportProblem[]; tell: TellAt } {
  const problems: ImportProblem[] = [];
  return { problems, tell: (line, key, details = {}) => void problems.push({ line, key, details }) };
}

/** What was read, with its problems in the order of their lines; a file with nothing in it says so. */
export function readFrom(questions: Imported[], problems: ImportProblem[]): ReadFile {
  if (!questions.length && !problems.length) problems.push({ line: 1, key: 'formats.problem.nothing', details: {} });
  return { questions, problems: problems.sort((a, b) => a.line - b.line) };
}

/** A file that cannot be read at all. */
export const unread = (line: number, key: ImportProblemKey, details: Details = {}): ReadFile => ({
  questions: [],
  problems: [{ line, key, details }],
});

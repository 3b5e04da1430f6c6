/** Aiken: a line that asks, lines with a capital letter and a point or bracket, and `ANSWER:` (Moodle question/format/aiken). One option is right. */
import type { ImportProblemKey } from './import-problems';
import { type Details, type Imported, type ImportProblem, type ReadFile, SAID_NOTHING_MORE } from './imported';

const OPTION = /^([A-Z])[.)]\s*(.+)$/;
const ANSWER = /^ANSWER:\s*([A-Z])/;
const LOWER_ANSWER = /^answer\s*:\s*([a-z])/i;
const LOWER_OPTION = /^([a-z])[.)]\s+\S/;
const OTHER_OPTION = /^(\p{L})[.)]\s+\S/u;

interface Open {
  line: number;
  stem: string;
  options: { letter: string; text: string }[];
}

/** Whether a text looks like Aiken: an answer line, and options before it. */
export function looksLikeAiken(file: string): boolean {
  return (
    /^[ \t]*ANSWER:[ \t]*[A-Z]/im.test(file) &&
    /^[ \t]*\p{L}[.)]/mu.test(file) &&
    !/^[ \t]*(?:::|\$CATEGORY:)/m.test(file) &&
    !file.includes('{')
  );
}

/** Every question of a file; one that is not complete is left out, and said. */
export function readAiken(file: string): ReadFile {
  const questions: Imported[] = [];
  const problems: ImportProblem[] = [];
  let open: Open | null = null;
  const lines = file.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/);
  lines.forEach((each, at) => {
    const line = each.trim();
    const tell = (key: ImportProblemKey, details: Details = {}) => void problems.push({ line: at + 1, key, details });
    if (line.length < 2) return;
    const [, letter, text] = OPTION.exec(line) ?? [];
    const [, right] = ANSWER.exec(line) ?? [];
    if (right) {
      if (open) finish(open, right, questions, tell);
      else tell('formats.problem.aiken-not-begun', { text: line });
      open = null;
    } else if (letter) {
      if (open) open.options.push({ letter, text: text! });
      else tell('formats.problem.aiken-not-begun', { text: line });
    } else {
      explain(line, open, tell);
      if (open) problems.push({ line: open.line, key: 'formats.problem.aiken-not-complete', details: { text: open.stem } });
      open = { line: at + 1, stem: line, options: [] };
    }
  });
  const last = open as Open | null;
  if (last) problems.push({ line: last.line, key: 'formats.problem.aiken-not-complete', details: { text: last.stem } });
  if (!questions.length && !problems.length) problems.push({ line: 1, key: 'formats.problem.nothing', details: {} });
  return { questions, problems: problems.sort((a, b) => a.line - b.line) };
}

/** A line that begins a question and looks as if it should not. */
function explain(line: string, open: Open | null, tell: (key: ImportProblemKey, details?: Details) => void): void {
  if (!open) return;
  if (LOWER_ANSWER.test(line) || LOWER_OPTION.test(line)) tell('formats.problem.aiken-lower-case', { text: line });
  else if (OTHER_OPTION.test(line)) tell('formats.problem.aiken-other-letters', { letter: OTHER_OPTION.exec(line)![1]! });
}

function finish(
  { line, stem, options }: Open,
  right: string,
  questions: Imported[],
  tell: (key: ImportProblemKey, details?: Details) => void,
): void {
  if (options.length < 2) return tell('formats.problem.too-few-options');
  if (!options.some(({ letter }) => letter === right)) return tell('formats.problem.aiken-answer-unknown', { letter: right });
  questions.push({
    ...SAID_NOTHING_MORE,
    type: 'single',
    line,
    name: stem,
    id: null,
    tags: [],
    category: [],
    stem,
    markup: 'plain',
    options: options.map(({ letter, text }) => ({ text, percent: letter === right ? 100 : 0, feedback: '' })),
  });
}

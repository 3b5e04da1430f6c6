/** A key idea: the lines between `:::idea` and `:::`, set apart from the text around them. */
import { BlockRule, BlockState, Note } from './parser';

export function ideaRule(note: Note): BlockRule {
  return (state, start, end, silent) => {
    if (!atMargin(state, start) || lineText(state, start) !== ':::idea') return false;
    const close = closingLine(state, start, end);
    if (close === null) {
      note('content.problem.block-not-closed', start + 1);
      return false;
    }
    if (!silent) take(state, start, close);
    return true;
  };
}

function take(state: BlockState, start: number, close: number): void {
  const outer = state.lineMax;
  state.push('idea_open', 'aside', 1).map = [start, close + 1];
  state.lineMax = close;
  state.md.block.tokenize(state, start + 1, close);
  state.lineMax = outer;
  state.push('idea_close', 'aside', -1);
  state.line = close + 1;
}

/** Not inside a list or a quotation. */
function atMargin(state: BlockState, line: number): boolean {
  const begin = state.bMarks[line]!;
  return state.sCount[line] === 0 && (begin === 0 || state.src[begin - 1] === '\n');
}

function lineText(state: BlockState, line: number): string {
  return state.src.slice(state.bMarks[line]!, state.eMarks[line]!).trimEnd();
}

/** The next `:::`, or null when another idea opens first or the text ends. */
function closingLine(state: BlockState, start: number, end: number): number | null {
  for (let line = start + 1; line < end; line++) {
    const text = lineText(state, line);
    if (text === ':::') return line;
    if (text === ':::idea') return null;
  }
  return null;
}

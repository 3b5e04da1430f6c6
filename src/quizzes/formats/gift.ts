/**
 * GIFT, the text format in which most quizzes are kept. Read as Moodle reads it (question/format/gift), with a problem for each of the places
 * where it silently takes something else than its author meant.
 */
import { readAnswers } from './gift-answers';
import { giftBlocks, type GiftBlock, lineAt, plain } from './gift-blocks';
import { marked, type Tell } from './gift-pieces';
import { type Imported, type ImportProblem, type ReadFile, SAID_NOTHING_MORE } from './imported';
import { shortened } from './names';

const CONTEXT = /^\$(?:course|system|module|cat\d+)\$$/;

/** Every question of a file; one with an error is left out. */
export function readGift(file: string): ReadFile {
  const { blocks, unusable } = giftBlocks(file);
  const problems: ImportProblem[] = [];
  const questions: Imported[] = [];
  if (unusable !== null) problems.push({ line: unusable, key: 'formats.problem.unusable-characters', details: {} });
  const ids = new Set<string>();
  let category: string[] = [];
  for (const block of blocks) {
    const tell: Tell = (place, key, details = {}) => void problems.push({ line: lineAt(block, place), key, details });
    if (block.text.startsWith('$CATEGORY:')) {
      category = readCategory(block, tell) ?? category;
      continue;
    }
    const name = [...category, block.id].join('\u0000');
    if (block.id !== null && ids.has(name)) tell(0, 'formats.problem.id-twice', { id: block.id });
    else {
      ids.add(name);
      const question = readQuestion(block, category, tell);
      if (question) questions.push(question);
    }
  }
  if (!questions.length && !problems.length) problems.push({ line: 1, key: 'formats.problem.nothing', details: {} });
  return { questions, problems: problems.sort((a, b) => a.line - b.line) };
}

/** `$CATEGORY: a/b`: a doubled slash is part of a name, a context of Moodle's and its `top` say nothing here. */
function readCategory({ text }: GiftBlock, tell: Tell): string[] | null {
  const [path = '', ...more] = text.slice('$CATEGORY:'.length).split('\n');
  if (more.length) tell(path.length + '$CATEGORY:'.length + 1, 'formats.problem.category-goes-on');
  const parts = path.replaceAll('//', '\u0001').split('/');
  const names = parts.map((part) => plain(part).replaceAll('\u0001', '/').trim()).filter(Boolean);
  if (names[0] && CONTEXT.test(names[0])) names.shift();
  if (names[0] === 'top') names.shift();
  if (path.trim()) return names;
  tell(0, 'formats.problem.category-empty');
  return null;
}

function readQuestion(block: GiftBlock, category: string[], tell: Tell): Imported | null {
  const { name, at } = readName(block.text, tell);
  const rest = block.text.slice(at);
  const [open, close] = [rest.indexOf('{'), rest.indexOf('}')];
  if (open < 0 !== close < 0) {
    tell(at + Math.max(open, close), 'formats.problem.brace-missing', { which: open < 0 ? 'open' : 'close' });
    return null;
  }
  if (open > close) {
    tell(at + close, 'formats.problem.brace-order');
    return null;
  }
  const asks = open >= 0;
  const { text, markup } = marked(asks ? around(rest, open, close, at, tell) : rest, 'auto', () =>
    tell(at, 'formats.problem.markup-unknown'),
  );
  const about = {
    ...SAID_NOTHING_MORE,
    line: block.lines[0]!,
    name: name || shortened(text),
    id: block.id,
    tags: block.tags,
    category,
    stem: text,
    markup,
  };
  return asks ? readAnswers(rest.slice(open + 1, close), at + open + 1, about, tell) : { ...about, type: 'description', points: 0 };
}

/** The stem round its answers: joined where they end it, else with a gap in their place. */
function around(rest: string, open: number, close: number, at: number, tell: Tell): string {
  const after = rest.slice(close + 1);
  const more = after.search(/[{}]/);
  if (more >= 0) tell(at + close + 1 + more, 'formats.problem.more-braces');
  if (rest.endsWith('}')) return rest.slice(0, open) + after;
  if (/^\s*[.,:;!?。،؟…]+$/u.test(after)) tell(at + close, 'formats.problem.mark-after-brace', { mark: after.trim() });
  return `${rest.slice(0, open)}_____${after}`;
}

function readName(text: string, tell: Tell): { name: string; at: number } {
  if (!text.startsWith('::')) return { name: '', at: 0 };
  const end = text.indexOf('::', 2);
  if (end >= 0) return { name: plain(text.slice(2, end)), at: end + 2 + leading(text.slice(end + 2)) };
  tell(0, 'formats.problem.name-not-closed');
  return { name: '', at: 2 };
}

const leading = (text: string): number => text.length - text.trimStart().length;

/** The words of a file: its nested names become text keys, and are held against what the package's skeleton asks for. */
import { isBlank, tidy, unshowable } from '../../kernel/text';
import { boundTo, isAnswer } from '../translation';
import { Sheet } from './sheet';
import { Branch, Tree } from './yaml';

/** The texts that a skeleton has room for, in the order of the file: without a required one it cannot be published. */
export type Expected = ReadonlyMap<string, 'required' | 'advised' | 'optional'>;

export interface Word {
  text: string;
  line: number;
}

/** Everything below a branch by key: `a: { b: x, c: [y] }` is `a.b` and `a.c.1`. What is blank is not there. */
export function readWords(sheet: Sheet, branch: Branch, prefix: string, words = new Map<string, Word>()): Map<string, Word> {
  if (branch.kind === 'map') {
    for (const [name, inner] of branch.entries) readWords(sheet, inner, prefix ? `${prefix}.${name}` : name, words);
  } else if (branch.kind === 'list') {
    branch.items.forEach((item, index) => readWords(sheet, item, `${prefix}.${index + 1}`, words));
  } else if (branch.value !== null) {
    addWord(sheet, words, prefix, branch.source, branch.line);
  }
  return words;
}

export function addWord(sheet: Sheet, words: Map<string, Word>, key: string, source: string, line: number): void {
  const kind = unshowable(source);
  if (kind) sheet.note('content.problem.unshowable', line, { text: key, kind });
  if (words.has(key)) sheet.note('content.problem.duplicate-key', line, { name: key });
  if (!isBlank(source)) words.set(key, { text: tidy(source), line });
}

/** The original's texts. */
export function originalTexts(sheet: Sheet, words: ReadonlyMap<string, Word>, expected: Expected): Record<string, string> {
  const texts = sorted(sheet, words, (key) => expected.has(key), 'content.problem.unknown-text');
  for (const [key, need] of expected) {
    if (Object.hasOwn(texts, key) || need === 'optional') continue;
    sheet.note(need === 'required' ? 'content.problem.lacks-text' : 'content.problem.lacks-feedback', null, { text: key });
  }
  return texts;
}

/** A translation's texts: only what the original says can be translated. */
export function translatedTexts(
  sheet: Sheet,
  words: ReadonlyMap<string, Word>,
  expected: Expected,
  originals: Readonly<Record<string, string>>,
): Record<string, string> {
  const here = [...expected.keys()].filter((key) => Object.hasOwn(originals, key));
  const texts = sorted(sheet, words, (key) => here.includes(key), 'content.problem.translation-extra-text');
  for (const key of here) if (!Object.hasOwn(texts, key)) sheet.note('content.problem.translation-lacks-text', null, { text: key });
  return texts;
}

type UnknownKey = 'content.problem.unknown-text' | 'content.problem.translation-extra-text';

function sorted(
  sheet: Sheet,
  words: ReadonlyMap<string, Word>,
  knows: (key: string) => boolean,
  unknown: UnknownKey,
): Record<string, string> {
  const texts: [string, string][] = [];
  for (const [written, { text, line }] of words) {
    const key = [written, `${written}.text`].find(knows) ?? (isAnswer(written) && knows(boundTo(written)) ? written : null);
    if (key) texts.push([key, text]);
    else sheet.note(written.endsWith('.right') ? 'content.problem.right-in-words' : unknown, line, { text: written });
  }
  return Object.fromEntries(texts);
}

/** The tree of a words file, in the order of the keys given: the reverse of `readWords`. */
export function wordsTree(texts: Readonly<Record<string, string>>, keys: readonly string[]): Map<string, Tree> {
  const root = new Map<string, Tree>();
  for (const key of keys) {
    if (Object.hasOwn(texts, key))
      plant(root, key.replace(/(^questions\.[^.]+\.items\.[^.]+)\.text$/, '$1').split('.'), texts[key]!, inList(key));
  }
  return root;
}

function plant(map: Map<string, Tree>, [name, ...rest]: string[], text: string, listed: boolean): void {
  if (rest.length === 0) map.set(name!, text);
  else if (listed && rest.length === 1) map.set(name!, grown((map.get(name!) as Tree[] | undefined) ?? [], Number(rest[0]) - 1, text));
  else {
    const inner = (map.get(name!) as Map<string, Tree> | undefined) ?? new Map<string, Tree>();
    map.set(name!, inner);
    plant(inner, rest, text, listed);
  }
}

const inList = (key: string) => isAnswer(key) || /^sources\.\d+$/.test(key);

function grown(list: Tree[], at: number, text: string): Tree[] {
  return Array.from({ length: Math.max(list.length, at + 1) }, (_, index) => (index === at ? text : (list[index] ?? null)));
}

/** All keys of some texts for one file: the expected ones, and with each model answer the further answers. */
export function keysFor(texts: Readonly<Record<string, string>>, expected: Expected): string[] {
  const answers = Object.keys(texts).filter((key) => isAnswer(key) && boundTo(key) !== key);
  const inOrder = answers.sort((a, b) => Number(a.slice(a.lastIndexOf('.') + 1)) - Number(b.slice(b.lastIndexOf('.') + 1)));
  return [...expected.keys()].flatMap((key) => (isAnswer(key) ? [key, ...inOrder.filter((more) => boundTo(more) === key)] : [key]));
}

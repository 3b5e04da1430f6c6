/** A lesson's file: a head in YAML between two lines `---`, then the lesson's text in Markdown. */
import { isBlank } from '../../kernel/text';
import { Heading } from '../prose/headings';
import { renderMarkdown } from '../prose/markdown';
import { LessonStructure } from '../structures';
import { OpenedFiles } from './opened';
import { Sheet } from './sheet';
import { addWord, Expected, readWords, Word, wordsTree } from './words';
import { Branch, writeYaml } from './yaml';

const MOST_SOURCES = 99;

export interface LessonFile {
  sheet: Sheet;
  head: Branch;
  words: Map<string, Word>;
}

/** The lesson's head and words; null when it cannot be read. */
export function readLesson(opened: OpenedFiles, path: string, key: string, missing: Parameters<OpenedFiles['tree']>[1]): LessonFile | null {
  const sheet = opened.sheet(path);
  const text = opened.text(path);
  if (text === null) {
    sheet.note(missing, null);
    return null;
  }
  const cut = cutHead(text);
  if (!cut) {
    sheet.note('content.problem.front-matter', 1);
    return null;
  }
  const head = opened.branch(path, cut.head, 2);
  if (!head) return null;
  const words = readWords(sheet, head, `steps.${key}`);
  addWord(sheet, words, `steps.${key}.body`, cut.body, cut.bodyLine);
  return { sheet, head, words };
}

function cutHead(text: string): { head: string; body: string; bodyLine: number } | null {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) return null;
  const first = lines.findIndex((line, index) => index > end && !isBlank(line));
  return { head: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: Math.max(first, end) + 1 };
}

/** What the original's head says about the lesson's skeleton. Its `right` is taken out of the words. */
export function lessonStructure({ sheet, head, words }: LessonFile, key: string, minutes: number): LessonStructure {
  const fields = sheet.map(head, '');
  const glossary = sheet.names(fields.entries.get('glossary'), 'glossary');
  const found = check(sheet, fields.entries.get('check'));
  for (const option of found?.options ?? []) words.delete(`steps.${key}.check.options.${option}.right`);
  return { key, kind: 'lesson', minutes, glossary, check: found, sources: sheet.list(fields, 'sources', 0, MOST_SOURCES).length };
}

function check(sheet: Sheet, branch: Branch | undefined): LessonStructure['check'] {
  if (!branch) return null;
  const fields = sheet.map(branch, 'check');
  const options = sheet.names(fields.entries.get('options'), 'check.options');
  const right = options.filter((key) => isRight(fields.entries.get('options'), key));
  if (options.length < 2) sheet.note('content.problem.too-few', fields.line, { name: 'check.options', least: 2 });
  if (right.length !== 1) sheet.note('content.problem.right-missing', fields.line, { name: 'check.options' });
  return { options, right: right[0] ?? '' };
}

function isRight(options: Branch | undefined, key: string): boolean {
  const option = options?.kind === 'map' ? options.entries.get(key) : undefined;
  const right = option?.kind === 'map' ? option.entries.get('right') : undefined;
  return right?.kind === 'scalar' && right.value === true;
}

export function lessonWords({ key, glossary, check, sources }: LessonStructure): Expected {
  const at = `steps.${key}`;
  return new Map([
    [`${at}.title`, 'required'],
    ...glossary.flatMap((term) =>
      [`${at}.glossary.${term}.name`, `${at}.glossary.${term}.text`].map((text) => [text, 'required'] as const),
    ),
    ...(check ? [[`${at}.check.stem`, 'required'] as const] : []),
    ...(check?.options ?? []).flatMap((option) => [
      [`${at}.check.options.${option}.text`, 'required'] as const,
      [`${at}.check.options.${option}.feedback`, 'advised'] as const,
    ]),
    ...(check ? [[`${at}.check.answer`, 'required'] as const] : []),
    ...Array.from({ length: sources }, (_, index) => [`${at}.sources.${index + 1}`, 'required'] as const),
    [`${at}.body`, 'required'],
  ]);
}

/** Reads the lesson's Markdown for what an author should know; gives its headings. */
export function inspectBody(sheet: Sheet, body: Word | undefined, glossary: readonly string[]): Heading[] {
  if (!body) return [];
  const terms = Object.fromEntries(glossary.map((key) => [key, { name: { text: '' }, text: { text: '' } }]));
  const { headings, problems, terms: used } = renderMarkdown(body.text, { idea: '', glossary: terms });
  for (const { key, line, details } of problems) sheet.note(key, line === null ? null : body.line + line - 1, details);
  for (const term of glossary) if (!used.includes(term)) sheet.note('content.problem.unused-term', null, { term });
  return headings;
}

/** The file of a lesson in one language. `right` belongs to the original's file alone. */
export function writeLesson(lesson: LessonStructure, texts: Readonly<Record<string, string>>, right: string | null): string {
  const keys = [...lessonWords(lesson).keys()].filter((key) => key !== `steps.${lesson.key}.body`);
  const head = wordsTree(
    shorter(texts, lesson.key),
    keys.map((key) => key.slice(`steps.${lesson.key}.`.length)),
  );
  const options = (head.get('check') as Map<string, Map<string, Map<string, boolean>>> | undefined)?.get('options');
  if (right !== null) options?.get(right)?.set('right', true);
  const body = texts[`steps.${lesson.key}.body`];
  return `---\n${writeYaml(head)}---\n${body === undefined ? '' : `\n${body}\n`}`;
}

function shorter(texts: Readonly<Record<string, string>>, key: string): Record<string, string> {
  const prefix = `steps.${key}.`;
  const mine = Object.entries(texts).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(mine.map(([name, text]) => [name.slice(prefix.length), text]));
}

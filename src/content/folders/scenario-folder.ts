/** A scenario's folder: `scenario.yml` for the skeleton, and for each language a folder with its short words and one file for each long text. */
import { Language } from '../../kernel/language';
import { isBlank } from '../../kernel/text';
import { PackageDocument, Translations } from '../package';
import { renderMarkdown } from '../prose/markdown';
import { ScenarioStructure } from '../scenario';
import { Compiled, Files, OpenedFiles } from './opened';
import { lintScenario } from './scenario-lint';
import { lintWords } from './scenario-lint-words';
import { readSkeleton, ScenarioSkeleton, writeSkeleton } from './scenario-skeleton';
import { inspectWords, longWords, shortWords } from './scenario-words';
import { Sheet } from './sheet';
import { addWord, Expected, originalTexts, readWords, translatedTexts, Word, wordsTree } from './words';
import { writeYaml } from './yaml';

/** Takes the words of one file that the skeleton has room for. */
type Take = (sheet: Sheet, words: ReadonlyMap<string, Word>, expected: Expected) => Record<string, string>;
type Missing = Parameters<OpenedFiles['tree']>[1];

export function compileScenario(files: Files): Compiled {
  const opened = new OpenedFiles(files);
  const root = opened.tree('scenario.yml', 'content.problem.missing-file');
  const skeleton = root && readSkeleton(opened.sheet('scenario.yml'), root);
  if (!skeleton || opened.broken()) return opened.stopped();
  lintScenario(opened.sheet('scenario.yml'), root, skeleton.structure);
  if (opened.broken()) return opened.stopped();
  const document = readOriginal(opened, skeleton);
  if (opened.broken()) return opened.stopped();
  const translations: Translations = {};
  for (const other of opened.languages(/^([a-z]{2})\//).filter((each) => each !== document.language)) {
    const texts = readTranslation(opened, document, other);
    const whole = !opened.broken((path) => path.startsWith(`${other}/`));
    if (whole && Object.keys(texts).length > 0) translations[other] = texts;
  }
  return opened.compiled(document, translations);
}

function readOriginal(opened: OpenedFiles, { slug, language, structure }: ScenarioSkeleton): PackageDocument {
  const texts = readLanguage(opened, structure, language, [...longWords(structure).keys()], 'content.problem.missing-file', originalTexts);
  lintWords(opened, structure, language, texts);
  return { kind: 'scenario', slug, language, structure, texts, references: [] };
}

function readTranslation(opened: OpenedFiles, { structure, texts }: PackageDocument, language: Language): Record<string, string> {
  const long = longWords(structure as ScenarioStructure);
  const here = [...long.keys()].filter((file) => Object.hasOwn(texts, long.get(file)![0]));
  return readLanguage(
    opened,
    structure as ScenarioStructure,
    language,
    here,
    'content.problem.translation-lacks-file',
    (sheet, words, expected) => translatedTexts(sheet, words, expected, texts),
  );
}

function readLanguage(
  opened: OpenedFiles,
  structure: ScenarioStructure,
  language: Language,
  long: readonly string[],
  missing: Missing,
  take: Take,
): Record<string, string> {
  const file = `${language}/scenario.yml`;
  const root = opened.tree(file, missing);
  const texts = root ? readShort(opened.sheet(file), readWords(opened.sheet(file), root, ''), structure, take) : {};
  for (const name of long) {
    const [key, need] = longWords(structure).get(name)!;
    Object.assign(texts, readLong(opened, `${language}/${name}`, new Map([[key, need]]), missing, take));
  }
  return texts;
}

function readShort(sheet: Sheet, words: Map<string, Word>, structure: ScenarioStructure, take: Take): Record<string, string> {
  inspectWords(sheet, words, structure);
  return take(sheet, words, shortWords(structure));
}

function readLong(opened: OpenedFiles, path: string, expected: Expected, missing: Missing, take: Take): Record<string, string> {
  const [[key, need]] = [...expected] as [[string, string]];
  const sheet = opened.sheet(path);
  const text = opened.text(path);
  if (text === null) {
    if (need === 'required' || missing === 'content.problem.translation-lacks-file') sheet.note(missing, null);
    return {};
  }
  const words = new Map<string, Word>();
  const first = text.split('\n').findIndex((line) => !isBlank(line));
  addWord(sheet, words, key, text, Math.max(first, 0) + 1);
  inspectProse(sheet, words.get(key));
  return take(sheet, words, expected);
}

/** A long text is read from its beginning to its end; nobody is sent to a heading in it, so a heading needs no id. */
function inspectProse(sheet: Sheet, word: Word | undefined): void {
  for (const { key, line, details } of word ? renderMarkdown(word.text, { idea: '' }).problems : []) {
    if (key !== 'content.problem.heading-without-id') sheet.note(key, line === null ? null : word!.line + line - 1, details);
  }
}

export function writeScenario(document: PackageDocument, translations: Translations): Record<string, string> {
  const structure = document.structure as ScenarioStructure;
  const files: Record<string, string> = { 'scenario.yml': writeSkeleton(document, structure) };
  for (const [language, texts] of [[document.language, document.texts] as const, ...Object.entries(translations)]) {
    const short = wordsTree(texts, [...shortWords(structure).keys()]);
    if (short.size > 0) files[`${language}/scenario.yml`] = writeYaml(short);
    for (const [file, [key]] of longWords(structure)) {
      if (Object.hasOwn(texts, key)) files[`${language}/${file}`] = `${texts[key]}\n`;
    }
  }
  return files;
}

/** A programme's file, `<slug>.yml`: its modules in order, what its certificate requires, and its words in every language. */
import { isLanguage, LANGUAGES } from '../../kernel/language';
import { PackageDocument, Translations } from '../package';
import { ProgrammeStructure } from '../structures';
import { Compiled, Files, OpenedFiles } from './opened';
import { readRequirements, requirementsTree } from './requirements-part';
import { Fields, Sheet } from './sheet';
import { Expected, originalTexts, readWords, translatedTexts, wordsTree } from './words';
import { Branch, Tree, writeYaml } from './yaml';

const MOST_MODULES = 50;
const WORDS: Expected = new Map([
  ['title', 'required'],
  ['summary', 'required'],
]);

export function compileProgramme(files: Files): Compiled {
  const opened = new OpenedFiles(files);
  const file = Object.keys(files).find((path) => path.endsWith('.yml')) ?? 'programme.yml';
  const root = opened.tree(file, 'content.problem.missing-file');
  if (!root) return opened.stopped();
  const sheet = opened.sheet(file);
  const { document, byLanguage } = readProgramme(sheet, root);
  if (opened.broken()) return opened.stopped();
  return opened.compiled(document, translationsIn(sheet, byLanguage, document));
}

interface Read {
  document: PackageDocument;
  byLanguage: ReadonlyMap<string, Branch>;
}

function readProgramme(sheet: Sheet, root: Branch): Read {
  const fields = sheet.fields(root, '', ['slug', 'language', 'modules', 'certificate', 'texts']);
  const structure: ProgrammeStructure = {
    modules: sheet.keys(fields, 'modules', 1, MOST_MODULES),
    certificate: readRequirements(sheet, fields.entries.get('certificate'), 'programme'),
  };
  const slug = sheet.key(fields, 'slug');
  if (slug && sheet.file !== `${slug}.yml`) sheet.note('content.problem.slug-differs', null, { slug });
  const language = sheet.language(fields, 'language');
  const byLanguage = textsByLanguage(sheet, fields);
  if (!byLanguage.has(language)) sheet.note('content.problem.missing-key', fields.line, { name: `texts.${language}` });
  const texts = originalTexts(sheet, words(sheet, byLanguage.get(language)), WORDS);
  const references = structure.modules.map((module) => ({ kind: 'module' as const, slug: module }));
  const document: PackageDocument = { kind: 'programme', slug, language, structure, texts, references };
  return { document, byLanguage };
}

function textsByLanguage(sheet: Sheet, fields: Fields): Map<string, Branch> {
  const all = sheet.map(fields.entries.get('texts'), 'texts');
  for (const [name, { line }] of all.entries)
    if (!isLanguage(name)) sheet.note('content.problem.unknown-key', line, { name: `texts.${name}` });
  return new Map(all.entries);
}

function translationsIn(sheet: Sheet, byLanguage: ReadonlyMap<string, Branch>, document: PackageDocument): Translations {
  const found = LANGUAGES.filter((language) => byLanguage.has(language) && language !== document.language);
  const texts = found.map(
    (language) => [language, translatedTexts(sheet, words(sheet, byLanguage.get(language)), WORDS, document.texts)] as const,
  );
  return Object.fromEntries(texts.filter(([, each]) => Object.keys(each).length > 0));
}

function words(sheet: Sheet, branch: Branch | undefined): ReturnType<typeof readWords> {
  return branch ? readWords(sheet, branch, '') : new Map();
}

export function writeProgramme({ slug, language, structure, texts }: PackageDocument, translations: Translations): Record<string, string> {
  const { modules, certificate } = structure as ProgrammeStructure;
  const others = LANGUAGES.filter((each) => Object.keys(translations[each] ?? {}).length > 0);
  const byLanguage = [[language, texts] as const, ...others.map((each) => [each, translations[each]!] as const)];
  const tree = new Map<string, Tree>([
    ['slug', slug],
    ['language', language],
    ['modules', modules],
    ['certificate', requirementsTree(certificate)],
    ['texts', new Map(byLanguage.map(([each, own]) => [each, wordsTree(own, [...WORDS.keys()])]))],
  ]);
  return { [`${slug}.yml`]: writeYaml(tree) };
}

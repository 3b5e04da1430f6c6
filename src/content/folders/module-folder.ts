/** A module's folder: `module.yml` for the skeleton, and for each language a folder with `module.yml` and one file for each lesson. */
import { Language } from '../../kernel/language';
import { PackageDocument, Reference, Translations } from '../package';
import { Heading } from '../prose/headings';
import { LessonStructure, ModuleStructure, StepStructure } from '../structures';
import { inspectBody, lessonStructure, lessonWords, readLesson, writeLesson } from './lesson-file';
import { Compiled, Files, OpenedFiles } from './opened';
import { readRequirements, requirementsTree } from './requirements-part';
import { Fields, Sheet } from './sheet';
import { Expected, originalTexts, readWords, translatedTexts, wordsTree } from './words';
import { Branch, Tree, writeYaml } from './yaml';

const LONGEST_MINUTES = 600;
const MOST_STEPS = 50;

interface Original {
  document: PackageDocument;
  structure: ModuleStructure;
  /** by lesson */
  headings: Map<string, Heading[]>;
}

type Skeleton = Pick<PackageDocument, 'slug' | 'language'> & ModuleStructure;

export function compileModule(files: Files): Compiled {
  const opened = new OpenedFiles(files);
  const root = opened.tree('module.yml', 'content.problem.missing-file');
  const skeleton = root && readSkeleton(opened.sheet('module.yml'), root);
  if (!skeleton || opened.broken()) return opened.stopped();
  const original = readOriginal(opened, skeleton);
  if (opened.broken()) return opened.stopped();
  const translations: Translations = {};
  for (const other of opened.languages(/^([a-z]{2})\//).filter((each) => each !== skeleton.language)) {
    const texts = readTranslation(opened, original, other);
    const whole = !opened.broken((path) => path.startsWith(`${other}/`));
    if (whole && Object.keys(texts).length > 0) translations[other] = texts;
  }
  return opened.compiled(original.document, translations);
}

function readSkeleton(sheet: Sheet, root: Branch): Skeleton {
  const fields = sheet.fields(root, '', ['slug', 'language', 'licence', 'authors', 'steps'], ['certificate']);
  const certificate = fields.entries.get('certificate');
  const [slug, language] = [sheet.key(fields, 'slug'), sheet.language(fields, 'language')];
  return {
    slug,
    language,
    licence: line(sheet, fields, 'licence'),
    authors: lines(sheet, fields, 'authors'),
    steps: sheet.parts(fields, 'steps', [1, MOST_STEPS], (branch, where) => readStep(sheet, branch, where)),
    ...(certificate && { certificate: readRequirements(sheet, certificate, 'module') }),
  };
}

function readOriginal(opened: OpenedFiles, { slug, language, steps, ...about }: Skeleton): Original {
  const texts: Record<string, string> = {};
  const headings: Original['headings'] = new Map();
  const structure: ModuleStructure = { ...about, steps: [] };
  for (const step of steps) {
    const lesson =
      step.kind === 'lesson' ? readLesson(opened, `${language}/${step.key}.md`, step.key, 'content.problem.missing-file') : null;
    const whole = lesson ? lessonStructure(lesson, step.key, step.minutes) : step;
    structure.steps.push(whole);
    if (!lesson || whole.kind !== 'lesson') continue;
    Object.assign(texts, originalTexts(lesson.sheet, lesson.words, lessonWords(whole)));
    headings.set(step.key, inspectBody(lesson.sheet, lesson.words.get(`steps.${step.key}.body`), whole.glossary));
  }
  const words = opened.tree(`${language}/module.yml`, 'content.problem.missing-file');
  const own = opened.sheet(`${language}/module.yml`);
  if (words) Object.assign(texts, originalTexts(own, readWords(own, words, ''), moduleWords(structure)));
  return { structure, headings, document: { kind: 'module', slug, language, structure, texts, references: references(steps) } };
}

/** The packages that the steps name, each once. */
function references(steps: readonly StepStructure[]): Reference[] {
  const all = steps.flatMap((step): Reference[] => {
    if (step.kind === 'lesson') return [];
    if (step.kind === 'assignment') return [{ kind: 'assignment', slug: step.assignment }];
    return [step.kind === 'quiz' ? { kind: 'quiz', slug: step.quiz } : { kind: 'scenario', slug: step.scenario }];
  });
  return all.filter(({ kind, slug }, index) => all.findIndex((other) => other.kind === kind && other.slug === slug) === index);
}

/** What a kind of step names beside key, kind and minutes. */
const NAMES = { lesson: [], quiz: ['quiz'], simulation: ['scenario'], assignment: ['assignment'] } as const;

function readStep(sheet: Sheet, branch: Branch, where: string): StepStructure {
  const kind = sheet.word(sheet.map(branch, where), 'kind', ['lesson', 'quiz', 'simulation', 'assignment']);
  const fields = sheet.fields(branch, where, ['key', 'kind', 'minutes', ...(Object.hasOwn(NAMES, kind) ? NAMES[kind] : [])]);
  const step = { key: sheet.key(fields, 'key'), minutes: sheet.whole(fields, 'minutes', 1, LONGEST_MINUTES) };
  if (kind === 'quiz') return { ...step, kind, quiz: sheet.key(fields, 'quiz') };
  if (kind === 'simulation') return { ...step, kind, scenario: sheet.key(fields, 'scenario') };
  if (kind === 'assignment') return { ...step, kind, assignment: sheet.key(fields, 'assignment') };
  return { ...step, kind: 'lesson', glossary: [], check: null, sources: 0 };
}

function line(sheet: Sheet, fields: Fields, name: string): string {
  const branch = fields.entries.get(name);
  return branch ? sheet.line(branch, name) : '';
}

function lines(sheet: Sheet, fields: Fields, name: string): string[] {
  return sheet.list(fields, name, 1, MOST_STEPS).map((branch) => sheet.line(branch, name));
}

/** The words in `<language>/module.yml`. */
function moduleWords({ steps }: ModuleStructure): Expected {
  const others = steps.filter(({ kind }) => kind !== 'lesson');
  return new Map([['title', 'required'], ['summary', 'required'], ...others.map(({ key }) => [`steps.${key}.title`, 'required'] as const)]);
}

function readTranslation(opened: OpenedFiles, { document, structure, headings }: Original, language: Language): Record<string, string> {
  const texts: Record<string, string> = {};
  const file = `${language}/module.yml`;
  const root = opened.tree(file, 'content.problem.translation-lacks-file');
  const sheet = opened.sheet(file);
  if (root) Object.assign(texts, translatedTexts(sheet, readWords(sheet, root, ''), moduleWords(structure), document.texts));
  for (const step of structure.steps) {
    if (step.kind !== 'lesson') continue;
    const lesson = readLesson(opened, `${language}/${step.key}.md`, step.key, 'content.problem.translation-lacks-file');
    if (!lesson) continue;
    Object.assign(texts, translatedTexts(lesson.sheet, lesson.words, lessonWords(step), document.texts));
    compareHeadings(
      lesson.sheet,
      headings.get(step.key) ?? [],
      inspectBody(lesson.sheet, lesson.words.get(`steps.${step.key}.body`), step.glossary),
    );
  }
  return texts;
}

function compareHeadings(sheet: Sheet, original: readonly Heading[], translated: readonly Heading[]): void {
  if (translated.length === 0) return;
  for (const { id } of original) {
    if (id && !translated.some((heading) => heading.id === id)) sheet.note('content.problem.translation-lacks-heading', null, { id });
  }
}

export function writeModule({ slug, language, structure, texts }: PackageDocument, translations: Translations): Record<string, string> {
  const { licence, authors, steps, certificate } = structure as ModuleStructure;
  const skeleton = new Map<string, Tree>(Object.entries({ slug, language, licence, authors, steps: steps.map(stepTree) }));
  if (certificate) skeleton.set('certificate', requirementsTree(certificate));
  const files: Record<string, string> = {
    'module.yml': writeYaml(skeleton),
    ...languageFiles(structure as ModuleStructure, language, texts, true),
  };
  for (const [other, words] of Object.entries(translations))
    Object.assign(files, languageFiles(structure as ModuleStructure, other, words, false));
  return files;
}

function stepTree(step: StepStructure): Tree {
  const { key, kind, minutes } = step;
  return new Map<string, Tree>(Object.entries({ key, kind, ...named(step), minutes }));
}

function named(step: StepStructure): Record<string, Tree> {
  if (step.kind === 'quiz') return { quiz: step.quiz };
  if (step.kind === 'simulation') return { scenario: step.scenario };
  return step.kind === 'assignment' ? { assignment: step.assignment } : {};
}

function languageFiles(
  structure: ModuleStructure,
  language: string,
  texts: Record<string, string>,
  original: boolean,
): Record<string, string> {
  const files: Record<string, string> = {};
  const words = wordsTree(texts, [...moduleWords(structure).keys()]);
  if (words.size > 0) files[`${language}/module.yml`] = writeYaml(words);
  for (const step of structure.steps.filter((each): each is LessonStructure => each.kind === 'lesson')) {
    const right = original ? (step.check?.right ?? null) : null;
    if (Object.keys(texts).some((key) => key.startsWith(`steps.${step.key}.`)))
      files[`${language}/${step.key}.md`] = writeLesson(step, texts, right);
  }
  return files;
}

/** A quiz's folder: `quiz.yml` for questions, points and the key, and for each language one file of words. */
import { Language } from '../../kernel/language';
import { PackageDocument, Translations } from '../package';
import { QuestionStructure } from '../question-structures';
import { QuizStructure } from '../structures';
import { Compiled, Files, OpenedFiles } from './opened';
import { readQuestion } from './question-file';
import { questionTree } from './question-tree';
import { readSettings, settingsTree } from './settings-file';
import { checkGaps, questionWords } from './question-words';
import { Fields, Sheet } from './sheet';
import { Expected, keysFor, originalTexts, readWords, translatedTexts, Word, wordsTree } from './words';
import { Branch, Tree, writeYaml } from './yaml';

const MOST_QUESTIONS = 100;
const LONGEST_MINUTES = 600;

type Skeleton = Pick<PackageDocument, 'slug' | 'language'> & { structure: QuizStructure };

export function compileQuiz(files: Files): Compiled {
  const opened = new OpenedFiles(files);
  const root = opened.tree('quiz.yml', 'content.problem.missing-file');
  const skeleton = root && readSkeleton(opened.sheet('quiz.yml'), root);
  if (!skeleton || opened.broken()) return opened.stopped();
  const document = readOriginal(opened, skeleton);
  if (opened.broken()) return opened.stopped();
  const translations: Translations = {};
  for (const other of opened.languages(/^([a-z]{2})\.yml$/).filter((each) => each !== skeleton.language)) {
    const texts = readTranslation(opened, document, other);
    if (Object.keys(texts).length > 0 && !opened.broken((path) => path === `${other}.yml`)) translations[other] = texts;
  }
  return opened.compiled(document, translations);
}

function readSkeleton(sheet: Sheet, root: Branch): Skeleton {
  const fields = sheet.fields(root, '', ['slug', 'language', 'module', 'passMark', 'questions'], ['minutes', 'settings']);
  const asked = questions(sheet, fields);
  const settings = fields.entries.get('settings');
  const structure: QuizStructure = {
    module: sheet.key(fields, 'module'),
    passMark: sheet.whole(fields, 'passMark', 1, 100),
    minutes: sheet.isNothing(fields, 'minutes') ? null : sheet.whole(fields, 'minutes', 1, LONGEST_MINUTES),
    questions: asked,
    ...(settings ? { settings: readSettings(sheet, settings, asked) } : {}),
  };
  return { slug: sheet.key(fields, 'slug'), language: sheet.language(fields, 'language'), structure };
}

function readOriginal(opened: OpenedFiles, { slug, language, structure }: Skeleton): PackageDocument {
  const words = wordsIn(opened, structure, `${language}.yml`, 'content.problem.missing-file');
  const texts = words ? originalTexts(opened.sheet(`${language}.yml`), words, quizWords(structure)) : {};
  return { kind: 'quiz', slug, language, structure, texts, references: [{ kind: 'module', slug: structure.module }] };
}

function questions(sheet: Sheet, fields: Fields): QuestionStructure[] {
  const branches = sheet.list(fields, 'questions', 1, MOST_QUESTIONS);
  const keys = new Set<string>();
  return branches.flatMap((branch, index) => {
    const question = readQuestion(sheet, branch, `questions.${index + 1}`);
    if (!question) return [];
    if (keys.has(question.key) && question.key) sheet.note('content.problem.duplicate-key', branch.line, { name: question.key });
    keys.add(question.key);
    return [question];
  });
}

function wordsIn(
  opened: OpenedFiles,
  { questions: all }: QuizStructure,
  file: string,
  missing: Parameters<OpenedFiles['tree']>[1],
): Map<string, Word> | null {
  const root = opened.tree(file, missing);
  if (!root) return null;
  const sheet = opened.sheet(file);
  const words = readWords(sheet, root, '');
  for (const question of all) checkGaps(sheet, question, words.get(`questions.${question.key}.text`));
  return words;
}

function readTranslation(opened: OpenedFiles, document: PackageDocument, language: Language): Record<string, string> {
  const structure = document.structure as QuizStructure;
  const words = wordsIn(opened, structure, `${language}.yml`, 'content.problem.translation-lacks-file');
  return words ? translatedTexts(opened.sheet(`${language}.yml`), words, quizWords(structure), document.texts) : {};
}

function quizWords(structure: QuizStructure): Expected {
  return new Map([
    ['title', 'required'],
    ['summary', 'required'],
    ...(structure.settings?.bands ?? []).map((from) => [`bands.${from}`, 'required'] as const),
    ...structure.questions.flatMap((question) => [...questionWords(question)]),
  ]);
}

export function writeQuiz({ slug, language, structure, texts }: PackageDocument, translations: Translations): Record<string, string> {
  const { module, passMark, minutes, settings, questions: all } = structure as QuizStructure;
  const skeleton = new Map<string, Tree>(
    Object.entries({
      slug,
      language,
      module,
      passMark,
      minutes,
      ...(settings ? { settings: settingsTree(settings) } : {}),
      questions: all.map(questionTree),
    }),
  );
  const expected = quizWords(structure as QuizStructure);
  const files: Record<string, string> = { 'quiz.yml': writeYaml(skeleton) };
  for (const [each, words] of [[language, texts] as const, ...Object.entries(translations)]) {
    if (Object.keys(words).length > 0) files[`${each}.yml`] = writeYaml(wordsTree(words, keysFor(words, expected)));
  }
  return files;
}

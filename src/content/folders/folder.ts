/** A package as a folder of Markdown and YAML: read in, and written out again without a difference. Knows paths and texts, no disk. */
import { PackageDocument, PackageKind, Translations } from '../package';
import { compileAssignment, writeAssignment } from './assignment-folder';
import { compileModule, writeModule } from './module-folder';
import { Compiled, Files } from './opened';
import { compileProgramme, writeProgramme } from './programme-file';
import { compileQuiz, writeQuiz } from './quiz-folder';
import { compileScenario, writeScenario } from './scenario-folder';

const FORMATS: Record<
  PackageKind,
  { compile: (files: Files) => Compiled; write: (document: PackageDocument, translations: Translations) => Files }
> = {
  module: { compile: compileModule, write: writeModule },
  quiz: { compile: compileQuiz, write: writeQuiz },
  scenario: { compile: compileScenario, write: writeScenario },
  assignment: { compile: compileAssignment, write: writeAssignment },
  programme: { compile: compileProgramme, write: writeProgramme },
};

/** The document and the translations that a package's files hold; paths begin at the package's own folder. */
export function compile(kind: PackageKind, files: Files): Compiled {
  return FORMATS[kind].compile(files);
}

/** The files of a package in their canonical form; compiling them gives the same document and translations. */
export function write(document: PackageDocument, translations: Translations = {}): Files {
  return FORMATS[document.kind].write(document, translations);
}

/** Where a package lies in a library. */
export function folderOf({ kind, slug }: { kind: PackageKind; slug: string }): string {
  return kind === 'programme' ? 'programmes/' : `${SHELVES[kind]}/${slug}/`;
}

const SHELVES = { module: 'modules', quiz: 'quizzes', scenario: 'scenarios', assignment: 'assignments' } as const;

/** A package's files while they are read: remembers which were used, and gathers what is wrong in them. */
import { LANGUAGES, type Language } from '../../kernel/language';
import { PackageDocument, Translations } from '../package';
import { Problem, problem, publishable } from '../problem';
import { Sheet } from './sheet';
import { Branch, readYaml } from './yaml';

/** From path within the package to what the file holds. */
export type Files = Readonly<Record<string, string>>;

/**
 * What a package's files say. Problems come in the order in which they can be mended: while the skeleton has an error the words are not
 * held against it, and while the original has one there is no document and translations are not looked at. A translation with an error
 * is left out, and the others go on.
 */
export interface Compiled {
  document: PackageDocument | null;
  translations: Translations;
  problems: Problem[];
}

export class OpenedFiles {
  readonly problems: Problem[] = [];
  private readonly used = new Set<string>();

  constructor(private readonly files: Files) {}

  /** The file's text with plain line ends, or null when there is no such file. */
  text(path: string): string | null {
    if (!Object.hasOwn(this.files, path)) return null;
    this.used.add(path);
    return this.files[path]!.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  }

  sheet(path: string): Sheet {
    return new Sheet(path, this.problems);
  }

  /** The tree of a YAML file; null, with the reason written down, when there is none to read. */
  tree(path: string, missing: 'content.problem.missing-file' | 'content.problem.translation-lacks-file'): Branch | null {
    const text = this.text(path);
    if (text === null) this.sheet(path).note(missing, null);
    return text === null ? null : this.branch(path, text, 1);
  }

  branch(path: string, text: string, firstLine: number): Branch | null {
    const { root, faults } = readYaml(text, firstLine);
    for (const { line, duplicate, message } of faults) {
      if (duplicate)
        this.sheet(path).note('content.problem.duplicate-key', line, { name: text.split('\n')[line - firstLine]!.trim().split(':')[0]! });
      else this.sheet(path).note('content.problem.yaml', line, { message });
    }
    return root ?? (faults.length ? null : { kind: 'map', line: firstLine, entries: new Map() });
  }

  /** The languages that have at least one file, named by the path's beginning. */
  languages(pattern: RegExp): Language[] {
    const found = Object.keys(this.files).map((path) => pattern.exec(path)?.[1]);
    return LANGUAGES.filter((language) => found.includes(language));
  }

  /** Whether there is an error so far, or in the files whose path passes. */
  broken(concerns: (path: string) => boolean = () => true): boolean {
    return !publishable(this.problems.filter(({ file }) => concerns(file)));
  }

  /** What comes of files that were read as far as the first part with an error: what follows from it would only confuse. */
  stopped(): Compiled {
    return { document: null, translations: {}, problems: inOrder(this.problems) };
  }

  /** What comes of files that were all read; those that nobody asked for are noted. */
  compiled(document: PackageDocument, translations: Translations): Compiled {
    const left = Object.keys(this.files).filter((path) => !this.used.has(path));
    const problems = [...this.problems, ...left.map((path) => problem(path, null, 'content.problem.unknown-file'))];
    return { document, translations, problems: inOrder(problems) };
  }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}

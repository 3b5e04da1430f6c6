import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

export interface Import {
  file: string;
  /** Path below the folder, without `.ts`, or the name of a package. */
  to: string;
  inside: boolean;
  /** Gone when compiled. */
  typeOnly: boolean;
}

const PRINTER = ts.createPrinter({ removeComments: true });
const SUFFIXED = /\.[a-z]+$/;

/** The TypeScript files below a folder. Laws read them from here, so that a test can plant a fault in a copy. */
export class Sources {
  private readonly trees = new Map<string, ts.SourceFile>();
  private readonly codes = new Map<string, string>();

  private constructor(private readonly texts: ReadonlyMap<string, string>) {}

  static read(folder: string): Sources {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    return new Sources(new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')])));
  }

  /** A copy in which one file says something else. */
  with(file: string, text: string): Sources {
    return new Sources(new Map([...this.texts, [file, text]]));
  }

  /** A copy in which one file goes on. */
  appended(file: string, text: string): Sources {
    return this.with(file, `${this.text(file)}\n${text}\n`);
  }

  get files(): string[] {
    return [...this.texts.keys()].sort();
  }

  text(file: string): string {
    const text = this.texts.get(file);
    if (text === undefined) throw new Error(`There is no ${file}`);
    return text;
  }

  /** Without comments. */
  code(file: string): string {
    let code = this.codes.get(file);
    if (code === undefined) this.codes.set(file, (code = PRINTER.printFile(this.tree(file))));
    return code;
  }

  tree(file: string): ts.SourceFile {
    let tree = this.trees.get(file);
    if (!tree) this.trees.set(file, (tree = ts.createSourceFile(file, this.text(file), ts.ScriptTarget.ESNext, true)));
    return tree;
  }

  *nodes(file: string): Generator<ts.Node> {
    const stack: ts.Node[] = [this.tree(file)];
    for (let node = stack.pop(); node; node = stack.pop()) {
      yield node;
      ts.forEachChild(node, (child) => void stack.push(child));
    }
  }

  imports(file: string): Import[] {
    return this.tree(file).statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      if (!statement.moduleSpecifier) return [];
      const name = (statement.moduleSpecifier as ts.StringLiteral).text;
      const inside = name.startsWith('.');
      const to = inside ? relative('/', resolve('/', dirname(file), name)).replaceAll('\\', '/') : name;
      return [{ file, to, inside, typeOnly: isTypeOnly(statement) }];
    });
  }
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  const named = clause.namedBindings;
  return clause.isTypeOnly || (!clause.name && !!named && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly));
}

/** The folder of src that a file belongs to, or null for a file at the top. */
export const folderOf = (file: string): string | null => (file.includes('/') ? file.split('/')[0]! : null);

/** `quizzes/questions/grading.ts` is plain thought; `quizzes/attempts/attempts.service.ts` is something the framework sees. */
export const isPlain = (file: string): boolean => !SUFFIXED.test(file.split('/').at(-1)!.replace(/\.ts$/, ''));

export const isMigration = (file: string): boolean => /(^|\/)migrations\//.test(file);

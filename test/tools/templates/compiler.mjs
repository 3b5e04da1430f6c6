import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const HELPERS = 'src/web/views/template-helpers.ts';
/** Never written to the disk; it stands there for the compiler only. */
const FILE = 'test/tools/templates.generated.ts';

const PRELUDE = `
import type Handlebars from 'handlebars';
import type { Page } from '../../src/web/views/page';
import type { words as all, Options, Printing } from '../../src/web/views/template-helpers';
import type { Values } from '../../src/languages/phrases';

type Printable = string | number | Handlebars.SafeString | (() => string | Handlebars.SafeString);
interface Chrome { page: Page; errors: { field: string; text: string }[] | null; printing: Printing }
/** What the engine makes of what a view function gives. */
type Filled<Model> = Model extends unknown ? Chrome & Omit<Model, keyof Chrome> & (Model extends { formId: unknown } ? {} : { formId: string }) : never;
type Layout = Chrome & { formId: string; title: string; scripts: string[]; styles: string[]; again: number | null; preview: { title: string; text: string } | null; body: string; sprite: () => Handlebars.SafeString };
/** A helper as a template calls it: Handlebars itself gives the options. */
type Word<Helper> = Helper extends (...given: infer Given) => infer Said ? (Given extends [...infer Own, Options] ? (...own: Own) => Said : Helper) : never;
type Words = { [Name in keyof typeof all]: Word<(typeof all)[Name]> };
type Own<Here, Name extends string> = Here extends unknown ? (Name extends keyof Here ? Here[Name] : Name extends keyof Words ? (Words[Name] extends () => infer Said ? Said : never) : never) : never;

declare const words: Words;
declare const nothing: { readonly [name: string]: never };
declare const leftOut: string | number | undefined;
declare function own<Here, Name extends string>(here: Here, name: Name): Own<Here, Name>;
declare function put(value: Printable): void;
declare function putSaid(value: Printable | null | undefined): void;
declare function given(values: Values): void;
declare function said<Wanted>(value: Wanted): void;
declare function items<Item>(list: readonly Item[] | null | undefined): readonly Item[];
`;

/** The names of the helpers. */
export function wordsOf(root) {
  const { start, end } = recordOf(helpersText(root));
  const names = helpersText(root)
    .slice(start, end)
    .matchAll(/^ {2}(\w+):/gm);
  return new Set([...names].map((match) => match[1]));
}

/** What the compiler finds in the templates, said in their own words. */
export function typeProblems(root, { lines, places, meanings }) {
  const before = PRELUDE.split('\n').length;
  const file = join(root, FILE);
  const program = programOf(
    root,
    new Map([
      [file, [PRELUDE, ...lines].join('\n')],
      [join(root, HELPERS), withTypes(helpersText(root))],
    ]),
    file,
  );
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].flatMap((diagnostic) => {
    const { line } = source.getLineAndCharacterOfPosition(diagnostic.start);
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n').split('\n')[0];
    if (/on type 'never'/.test(text)) return []; // where the types say that nobody comes
    const { where, way, about } = places[line - before] ?? { where: FILE, way: [], about: null };
    const found = source.text.slice(diagnostic.start, diagnostic.start + diagnostic.length);
    return [
      { where, text: spoken(text, found, meanings) + (about ? `, ${about}` : '') + (way.length ? ` (printed by ${way.at(-1)})` : '') },
    ];
  });
}

function spoken(text, found, meanings) {
  const plain = (words) =>
    words.replace(/\b(?:root|item|piece|page)\d+\.?/g, (name) => (name.endsWith('.') ? '' : `“${meanings.get(name)}”`));
  const missing = /^Property '([^']+)' does not exist on type(?:.*Did you mean '([^']+)'\?)?/.exec(text);
  if (missing) return `nothing gives ${missing[1]}${missing[2] ? `, but there is ${missing[2]}` : ''}`;
  return `${plain(found)}: ${plain(text).replace(/'([^']{90})[^']*'/g, "'$1…'")}`;
}

function programOf(root, own, file) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [file] }, ts.sys, root);
  const wanted = { ...options, types: ['node'], noUnusedLocals: false, noUnusedParameters: false, isolatedModules: false };
  const host = ts.createCompilerHost(wanted);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => own.has(name) || fileExists.call(host, name);
  host.readFile = (name) => own.get(name) ?? readFile.call(host, name);
  host.getSourceFile = (name, target, ...rest) =>
    own.has(name) ? ts.createSourceFile(name, own.get(name), target) : getSourceFile.call(host, name, target, ...rest);
  return ts.createProgram([file], wanted, host);
}

const helpersText = (root) => readFileSync(join(root, HELPERS), 'utf8');

/** Where the record of all helpers stands; its declared type is wide, the one it has by itself says what each helper takes. */
function recordOf(text) {
  const [line] = /^const words: Record<.*> = \{$/m.exec(text) ?? [];
  if (!line) throw new Error(`${HELPERS} has no line “const words: Record<…> = {”`);
  const start = text.indexOf(line);
  return { line, start, end: text.indexOf('\n};', start) };
}

function withTypes(text) {
  return text.replace(recordOf(text).line, 'export const words = {').replace(/^interface Options/m, 'export interface Options');
}

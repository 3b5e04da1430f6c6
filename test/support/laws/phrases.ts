import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { LANGUAGES, type Language } from '../../../src/kernel/language';
import type { Sources } from './sources';
import type { Templates } from './templates';

/** Every phrase by language and key, and each file as it stands there. */
export class Catalogues {
  private constructor(private readonly files: ReadonlyMap<string, string>) {}

  static read(folder: string): Catalogues {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
    return new Catalogues(new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')])));
  }

  /** A copy in which one phrase says something else, or (null) is not there. */
  with(language: Language, key: string, text: string | null): Catalogues {
    const [feature, ...rest] = key.split('.');
    const file = `${language}/${feature}.json`;
    const phrases = { ...(JSON.parse(this.files.get(file) ?? '{}') as Record<string, string>) };
    if (text === null) delete phrases[rest.join('.')];
    else phrases[rest.join('.')] = text;
    return new Catalogues(new Map([...this.files, [file, JSON.stringify(phrases)]]));
  }

  raw(): [file: string, text: string][] {
    return [...this.files];
  }

  of(language: Language): Map<string, string> {
    const found = new Map<string, string>();
    for (const [file, text] of this.files) {
      if (!file.startsWith(`${language}/`)) continue;
      const feature = file.slice(3).replace(/\.json$/, '');
      for (const [key, phrase] of Object.entries(JSON.parse(text) as Record<string, string>)) found.set(`${feature}.${key}`, phrase);
    }
    return found;
  }

  get features(): string[] {
    return [...new Set([...this.files.keys()].map((file) => file.split('/')[1]!.replace(/\.json$/, '')))].sort();
  }
}

/** What each language says that English does not, and the other way round. */
export function differences(phrases: Catalogues): string[] {
  const english = phrases.of('en');
  return LANGUAGES.flatMap((language) => {
    const own = phrases.of(language);
    const missing = phrases.features.filter((feature) => ![...own.keys()].some((key) => key.startsWith(`${feature}.`)));
    const lacks = [...english.keys()].filter((key) => !own.has(key) && !missing.includes(key.split('.')[0]!));
    const extra = [...own.keys()].filter((key) => !english.has(key));
    return [
      ...missing.map((feature) => `${language} has no ${feature}.json`),
      ...lacks.map((key) => `${language} lacks ${key}`),
      ...extra.map((key) => `${language} has ${key} and English does not`),
    ];
  });
}

/** A key that is asked for, or the beginning and end of keys that are put together. */
export interface Asked {
  where: string;
  key: string | null;
  pattern: RegExp | null;
}

export function askedInTemplates(views: Templates): Asked[] {
  return views.names.flatMap((name) =>
    ['t', 'sayWith'].flatMap((helper) =>
      [...views.calls(name, helper)].flatMap((call) => inExpression(call.params[0]!, `views/${name}.hbs:${call.loc.start.line}`)),
    ),
  );
}

function inExpression(expression: hbs.AST.Expression, where: string): Asked[] {
  if (expression.type === 'StringLiteral') return [{ where, key: (expression as hbs.AST.StringLiteral).value, pattern: null }];
  const { path, params } = expression as hbs.AST.SubExpression;
  if (expression.type !== 'SubExpression' || (path as hbs.AST.PathExpression).original !== 'concat') return []; // the key comes from a view function
  const parts = params.map((part) => (part.type === 'StringLiteral' ? escaped((part as hbs.AST.StringLiteral).value) : '[\\w.-]+'));
  return parts[0] === '[\\w.-]+' ? [] : [{ where, key: null, pattern: new RegExp(`^${parts.join('')}$`) }];
}

/** Texts in the code that look like the key of a phrase. */
export function askedInCode(src: Sources, features: string[]): Asked[] {
  const looksLikeKey = new RegExp(`^(${features.join('|')})(\\.[a-z0-9][a-z0-9-]*)+$`);
  const begins = new RegExp(`^(${features.join('|')})\\.([a-z0-9-]+\\.)*[a-z0-9-]*$`);
  return src.files.flatMap((file) =>
    [...src.nodes(file)].flatMap((node): Asked[] => {
      if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) {
        const key = node.text.split('|')[0]!;
        return looksLikeKey.test(key) ? [{ where: file, key, pattern: null }] : [];
      }
      if (!ts.isTemplateExpression(node) || !begins.test(node.head.text)) return [];
      const rest = node.templateSpans.map(({ literal }) => `[\\w.-]+${escaped(literal.text.split('|')[0]!)}`).join('');
      return [{ where: file, key: null, pattern: new RegExp(`^${escaped(node.head.text)}${rest}$`) }];
    }),
  );
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The phrases that one asked key stands for: itself, or (for what ended a request) its title and text. */
function standsFor(key: string, known: ReadonlyMap<string, string>): string[] {
  return known.has(key) ? [key] : [`${key}.title`, `${key}.text`].filter((one) => known.has(one));
}

export function unknownPhrases(phrases: Catalogues, asked: Asked[]): string[] {
  const known = phrases.of('en');
  return asked
    .filter(({ key, pattern }) =>
      key !== null ? standsFor(key, known).length !== (known.has(key) ? 1 : 2) : ![...known.keys()].some((one) => pattern!.test(one)),
    )
    .map(({ where, key, pattern }) => `${where} asks for ${key ?? pattern!.source}`);
}

export function unusedPhrases(phrases: Catalogues, asked: Asked[]): string[] {
  const known = phrases.of('en');
  const used = new Set(asked.flatMap(({ key }) => (key === null ? [] : standsFor(key, known))));
  const patterns = asked.flatMap(({ pattern }) => pattern ?? []);
  return [...known.keys()].filter((key) => !used.has(key) && !patterns.some((pattern) => pattern.test(key)));
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

interface Anatomy {
  /** `name:kind`, so that a number in one language is a number in all. */
  placeholders: Set<string>;
  faults: string[];
}

/** What a phrase is put together from. Kinds are those of the ICU parser: 1 argument, 2 number, 3 date, 4 time, 5 select, 6 plural. */
export function anatomy(text: string, language: Language): Anatomy {
  const placeholders = new Set<string>();
  const faults: string[] = [];
  const walk = (elements: Element[]): void => {
    for (const element of elements) {
      if (element.type === 0 || element.type === 7) continue;
      placeholders.add(element.value);
      if (element.type !== 5 && element.type !== 6) continue;
      const options = Object.keys(element.options);
      if (!options.includes('other')) faults.push(`${element.value} has no “other”`);
      if (element.type === 6)
        faults.push(...pluralFaults(element.value, options, element.pluralType === 'ordinal' ? 'ordinal' : 'cardinal', language));
      for (const { value } of Object.values(element.options)) walk(value);
    }
  };
  try {
    walk(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  } catch (error) {
    faults.push(`cannot be read: ${(error as Error).message}`);
  }
  return { placeholders, faults };
}

function pluralFaults(name: string, options: string[], type: 'cardinal' | 'ordinal', language: Language): string[] {
  const wanted = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories.slice().sort();
  const given = options.filter((option) => !option.startsWith('=')).sort();
  return wanted.join() === given.join() ? [] : [`${name} has ${given.join(', ')}, ${language} has ${wanted.join(', ')}`];
}

export function brokenPhrases(phrases: Catalogues): string[] {
  return LANGUAGES.flatMap((language) =>
    [...phrases.of(language)].flatMap(([key, text]) => anatomy(text, language).faults.map((fault) => `${language} ${key}: ${fault}`)),
  );
}

export function differentPlaceholders(phrases: Catalogues): string[] {
  const names = (text: string, language: Language) => [...anatomy(text, language).placeholders].sort().join(', ');
  const english = phrases.of('en');
  return LANGUAGES.flatMap((language) =>
    [...phrases.of(language)].flatMap(([key, text]) => {
      const [own, wanted] = [names(text, language), names(english.get(key) ?? text, 'en')];
      return own === wanted ? [] : [`${language} ${key}: {${own}} instead of {${wanted}}`];
    }),
  );
}

export function unquietPhrases(phrases: Catalogues): string[] {
  const faults: [what: string, words: RegExp][] = [
    ['HTML', /<\/?[a-z!][^>]*>|&(#\d+|#x[0-9a-f]+|[a-z]+);/i],
    ['an exclamation mark', /[!¡！]/],
    ['a space at an end, or two together', /^\s|\s$| {2}/],
    ['nothing', /^$/],
    ['characters that cannot be seen', /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/],
  ];
  return LANGUAGES.flatMap((language) =>
    [...phrases.of(language)].flatMap(([key, text]) =>
      faults.filter(([, words]) => words.test(text)).map(([what]) => `${language} ${key}: ${what}`),
    ),
  );
}

/** Files whose keys are not in alphabetical order (or stand twice). */
export function unsortedFiles(phrases: Catalogues): string[] {
  return phrases.raw().flatMap(([file, text]) => {
    const keys = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)*)"\s*:/gm)].map((match) => match[1]!);
    return JSON.stringify(keys) === JSON.stringify([...new Set(keys)].sort()) ? [] : [file];
  });
}

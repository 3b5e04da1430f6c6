import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import { directionOf, type Language, LANGUAGES } from '../kernel/language';
import { formatList, formatNumber, kept, TAGS } from './formats';

/** A list is said as its language says lists. */
export type Values = Record<string, string | number | boolean | Date | null | readonly string[]>;
/** Says a phrase in one language. Plain text: whoever prints it escapes it. */
export type Say = (key: string, values?: Values) => string;

const isolated = (value: string) => `\u2068${value}\u2069`;
/** A link in a letter stands on a line of its own; anything beside it would become a part of it. */
const isAddress = (text: string) => /^https?:\/\//.test(text);
const hasRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Every phrase of the interface in seven languages: `views/translations/<language>/<feature>.json`, ICU MessageFormat, compiled at start.
 * The key of a phrase is its file and its key in there: `quizzes` + `take.hand-in` is asked for as `quizzes.take.hand-in`.
 */
export class Phrases {
  private readonly catalogues = new Map<string, Map<string, string>>();
  private readonly compiled = new Map<Language, Map<string, IntlMessageFormat | string>>();

  private constructor(
    private readonly folder: string,
    private readonly reload: boolean,
  ) {
    this.load();
  }

  /** `reload`: read anew for every page, for developers; else once in a process. */
  static read(folder: string, reload = false): Phrases {
    return reload ? new Phrases(folder, reload) : kept(everRead, folder, () => new Phrases(folder, false));
  }

  keys(language: Language): string[] {
    return [...this.catalogues.get(language)!.keys()].sort();
  }

  source(language: Language, key: string): string | undefined {
    return this.catalogues.get(language)!.get(key);
  }

  has(key: string): boolean {
    return this.catalogues.get('en')!.has(key);
  }

  /**
   * The voice of one language. A phrase that it lacks is said in English; a key that nobody knows throws.
   * Text put into a phrase is wrapped in Unicode isolates where writing directions could meet (UAX #9, 6.3).
   */
  in(language: Language, wrap?: (text: string) => string): Say {
    if (this.reload) this.load();
    const isolating = directionOf(language) === 'rtl';
    const compiled = this.compiled.get(language) ?? new Map<string, IntlMessageFormat | string>();
    this.compiled.set(language, compiled);
    return (key, values) => {
      const message = compiled.get(key) ?? this.compile(compiled, language, key);
      if (typeof message === 'string') return wrap ? wrap(message) : message;
      const apart = (text: string) => ((isolating || hasRightToLeft.test(text)) && !isAddress(text) ? isolated(text) : text);
      const given: Values = {};
      for (const [name, value] of Object.entries(values ?? {})) {
        given[name] = typeof value === 'string' ? apart(value) : isList(value) ? formatList(value.map(apart), language) : value;
      }
      const text = message.format(given as Record<string, string>) as string;
      return wrap ? wrap(text) : text;
    };
  }

  private load(): void {
    for (const language of LANGUAGES) this.catalogues.set(language, readCatalogue(join(this.folder, language)));
    this.compiled.clear();
  }

  private compile(compiled: Map<string, IntlMessageFormat | string>, language: Language, key: string): IntlMessageFormat | string {
    const source = this.source(language, key) ?? this.source('en', key);
    if (source === undefined) throw new Error(`No phrase has the key “${key}”`);
    const message = /[{'#]/.test(source)
      ? new IntlMessageFormat(source, TAGS[language], undefined, { ignoreTag: true, formatters: formattersOf(language) })
      : source;
    compiled.set(key, message);
    return message;
  }
}

const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

const everRead = new Map<string, Phrases>();
const rules = new Map<string, Intl.PluralRules>();

/** Numbers in phrases are written as everywhere else in their language. */
function formattersOf(language: Language): Formatters {
  return {
    getNumberFormat: (_, options) => ({ format: (value: number) => formatNumber(value, language, options) }) as Intl.NumberFormat,
    getDateTimeFormat: (...given) => new Intl.DateTimeFormat(...given),
    getPluralRules: (...given) => kept(rules, JSON.stringify(given), () => new Intl.PluralRules(...given)),
  };
}

function readCatalogue(folder: string): Map<string, string> {
  const catalogue = new Map<string, string>();
  let files: string[] = [];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch {
    return catalogue; // a language without a folder says everything in English
  }
  for (const file of files) {
    const feature = file.replace(/\.json$/, '');
    const phrases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>;
    for (const [key, text] of Object.entries(phrases)) catalogue.set(`${feature}.${key}`, text);
  }
  return catalogue;
}

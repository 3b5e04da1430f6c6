import Handlebars from 'handlebars';
import type { Values } from '../../languages/phrases';
import {
  type DateStyle,
  formatDate,
  formatDay,
  formatKilobytes,
  formatList,
  formatNumber,
  formatPercent,
  listParts,
} from '../../languages/formats';
import { icon } from '../pictures/icons';
import { mark } from '../pictures/mark';
import type { Page } from './page';

/** The words templates may use beside `if`, `unless`, `each` and `with`. All language comes from the page that is printed. */

/** What printing one page gathers on the way. */
export interface Printing {
  icons: Set<string>;
  scripts: Set<string>;
  styles: Set<string>;
  asset: (name: string) => string;
  title: string | null;
  preview: { title: string; text: string } | null;
  errors: { field: string; text: string }[] | null;
  /** Seconds after which a page without scripts looks again; null for never. */
  refresh: number | null;
  /** Whether this is a piece for a page that is open already: then the house is not printed round it. */
  fragment: boolean;
}

interface Options {
  hash: Values;
  data: { root: { page: Page; printing: Printing } };
}

const pageOf = (options: Options): Page => options.data.root.page;

function date(style: DateStyle) {
  return (value: Date | string, options: Options): string => {
    const { language, zone } = pageOf(options);
    return typeof value === 'string' ? formatDay(value, style, language) : formatDate(value, style, language, zone);
  };
}

const pick = (args: unknown[]) => args.slice(0, -1);

const words: Record<string, (...args: never[]) => unknown> = {
  /** A phrase: `{{t "quizzes.take.pass-mark" mark=passMark}}`. */
  t: (key: string, options: Options) => pageOf(options).say(key, options.hash),
  /** A phrase whose values come as one record. */
  sayWith: (key: string, values: Values, options: Options) => pageOf(options).say(key, values),
  date: date('date'),
  day: date('day'),
  time: date('time'),
  seconds: date('seconds'),
  dateTime: date('dateTime'),
  shortDate: date('short'),
  iso: (value: Date) => value.toISOString(),
  number: (value: number, options: Options) => formatNumber(value, pageOf(options).language),
  percent: (share: number, options: Options) => formatPercent(share, pageOf(options).language),
  kilobytes: (bytes: number, options: Options) => formatKilobytes(bytes, pageOf(options).language),
  list: (items: string[], options: Options) => formatList(items, pageOf(options).language),
  /** A list in the page's language whose items have tags: `{{#listed names}}<bdi>{{this}}</bdi>{{/listed}}`. */
  listed: (items: unknown[], options: Options & Handlebars.HelperOptions) =>
    listParts(items.length, pageOf(options).language)
      .map((part) => (typeof part === 'number' ? options.fn(items[part]) : Handlebars.escapeExpression(part)))
      .join(''),
  eq: (a: unknown, b: unknown) => a === b,
  not: (value: unknown) => !value,
  and: (...args: unknown[]) => pick(args).every(Boolean),
  or: (...args: unknown[]) => pick(args).some(Boolean),
  choose: (which: unknown, yes: unknown, no: unknown) => (which ? yes : no),
  concat: (...args: unknown[]) => pick(args).join(''),
  asset: (name: string, options: Options) => options.data.root.printing.asset(name),
  /** Says what the page is called: `{{pageTitle (t "quizzes.take.title")}}`, once, at its top. */
  pageTitle: (text: string, options: Options) => {
    options.data.root.printing.title = text;
    return '';
  },
  /** Notes that the page is better with a script from views/assets/scripts. */
  script: (name: string, options: Options) => {
    options.data.root.printing.scripts.add(name);
    return '';
  },
  /** Notes that the page needs a style sheet of its own from views/assets/style/pages. */
  style: (name: string, options: Options) => {
    options.data.root.printing.styles.add(name);
    return '';
  },
  /** Says that the page looks again by itself where no scripts run. */
  refresh: (seconds: number, options: Options) => {
    options.data.root.printing.refresh = seconds;
    return '';
  },
  /** Says that this is a piece for a page that is open already. */
  fragment: (options: Options) => {
    options.data.root.printing.fragment = true;
    return '';
  },
  /** Says what other sites may show of the page when somebody links to it. A page that does not say it shows nothing. */
  preview: (title: string, text: string, options: Options) => {
    options.data.root.printing.preview = { title, text };
    return '';
  },
  /** What to correct in a field, or null. */
  errorOf: (field: string, options: Options) => options.data.root.printing.errors?.find((error) => error.field === field)?.text ?? null,
  icon: (name: string, options: Options) => {
    options.data.root.printing.icons.add(name);
    return new Handlebars.SafeString(icon(name, options.hash['class'] === 'flip' ? 'flip' : ''));
  },
  /** The house's mark, `size` pixels wide. */
  mark: (size: number) => new Handlebars.SafeString(mark(size)),
};

/** A word that stands alone means the page's own value of that name, where it has one: `{{number}}` beside `{{number count}}`. */
function ownValueFirst(name: string, word: (...args: never[]) => unknown) {
  return function (this: Record<string, unknown> | null, ...args: never[]): unknown {
    const alone = args.length === 1 && this !== null && typeof this === 'object' && Object.hasOwn(this, name);
    return alone ? this[name] : word.apply(this, args);
  };
}

export const helpers = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, ownValueFirst(name, word)]));

import type { Language } from '../kernel/language';

/**
 * Dates, times and numbers as each language writes them, all through Intl. Arabic pages use the digits 0–9, as codes and RFC numbers do;
 * both kinds are accepted as input. Formatters are kept: making one costs a hundred times what using it does.
 */
export type DateStyle = 'date' | 'day' | 'time' | 'seconds' | 'dateTime' | 'short';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'long' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  dateTime: { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' },
  short: { day: 'numeric', month: 'short' },
};

/** Regional flavour where the plain language code would surprise: British dates read the same everywhere. */
export const TAGS: Record<Language, string> = { ar: 'ar-u-nu-latn', zh: 'zh-Hans', en: 'en-GB', fr: 'fr', pt: 'pt', ru: 'ru', es: 'es' };

const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();

/** Made once for each key. */
export function kept<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

/** A moment in a language and a time zone (IANA name). */
export function formatDate(at: Date, style: DateStyle, language: Language, zone: string): string {
  return kept(
    dates,
    `${language} ${style} ${zone}`,
    () => new Intl.DateTimeFormat(TAGS[language], { ...STYLES[style], timeZone: zone }),
  ).format(at);
}

/** A calendar day `YYYY-MM-DD`, which has no zone. */
export function formatDay(day: string, style: DateStyle, language: Language): string {
  return formatDate(new Date(`${day}T12:00:00Z`), style, language, 'UTC');
}

/** Below zero with a minus sign, for which Intl has a hyphen; what rounds to zero has none. */
export function formatNumber(value: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  const name = `${language} ${JSON.stringify(options)}`;
  const format = kept(numbers, name, () => new Intl.NumberFormat(TAGS[language], { signDisplay: 'negative', ...options }));
  return value < 0 ? format.formatToParts(value).map(withMinus).join('') : format.format(value);
}

function withMinus({ type, value }: Intl.NumberFormatPart): string {
  return type === 'minusSign' ? value.replace('-', '−') : value;
}

/** `share` from 0 to 100. */
export function formatPercent(share: number, language: Language): string {
  return formatNumber(share / 100, language, { style: 'percent', maximumFractionDigits: 0 });
}

/** Kilobytes, rounded up: “24 kB”. */
export function formatKilobytes(bytes: number, language: Language): string {
  return formatNumber(Math.max(1, Math.ceil(bytes / 1000)), language, { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' });
}

export function formatList(items: readonly string[], language: Language): string {
  return listFormat(language).format(items);
}

/** A list whose items are more than text, such as links: what stands between them, and each item by its place. */
export function listParts(length: number, language: Language): (string | number)[] {
  const places = Array.from({ length }, (_, place) => String(place));
  return listFormat(language)
    .formatToParts(places)
    .map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

const listFormat = (language: Language) => kept(lists, language, () => new Intl.ListFormat(TAGS[language], { type: 'conjunction' }));

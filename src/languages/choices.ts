/** What forms offer wherever somebody chooses a language or a time zone. */
import { type Language, LANGUAGE_NAMES } from '../kernel/language';

/** Where a language is likely to be read. */
const LIKELY: Record<Language, string[]> = {
  ar: ['Asia/Beirut', 'Africa/Cairo', 'Asia/Riyadh', 'Africa/Algiers', 'Africa/Casablanca'],
  zh: ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'],
  en: ['Africa/Nairobi', 'Africa/Lagos', 'Europe/London', 'America/New_York'],
  fr: ['Africa/Dakar', 'Europe/Paris', 'Africa/Kinshasa', 'Africa/Abidjan'],
  pt: ['America/Sao_Paulo', 'Europe/Lisbon', 'Africa/Luanda', 'Africa/Maputo'],
  ru: ['Europe/Moscow', 'Asia/Almaty', 'Asia/Bishkek', 'Asia/Yekaterinburg'],
  es: ['America/Asuncion', 'America/Mexico_City', 'America/Bogota', 'Europe/Madrid'],
};

/** The seven languages in their own words, as options of a select; `first` are those that are likely. */
export function languageOptions(
  chosen: Language,
  first: readonly Language[] = [],
): { value: Language; label: string; language: Language; selected: boolean }[] {
  const others = (Object.keys(LANGUAGE_NAMES) as Language[]).filter((one) => !first.includes(one));
  return [...first, ...others].map((language) => {
    return { value: language, label: LANGUAGE_NAMES[language], language, selected: language === chosen };
  });
}

/** Every time zone that this machine knows, likely ones first, as options of a select; the chosen zone is among them even when this machine lists it under another name. */
export function zoneOptions(
  language: Language,
  chosen: string | null,
): { value: string; label: string; language: null; selected: boolean }[] {
  const first = LIKELY[language];
  const selected = chosen ?? first[0]!;
  const zones = new Set([...(chosen ? [chosen] : []), ...first, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), language: null, selected: zone === selected }));
}

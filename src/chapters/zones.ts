import type { Language } from '../kernel/language';

/** The time zones a form offers: every one that this machine knows, with those where a language is likely to be read first. */

const LIKELY: Record<Language, string[]> = {
  ar: ['Asia/Beirut', 'Africa/Cairo', 'Asia/Riyadh', 'Africa/Algiers', 'Africa/Casablanca'],
  zh: ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', 'Asia/Singapore'],
  en: ['Africa/Nairobi', 'Africa/Lagos', 'Europe/London', 'America/New_York'],
  fr: ['Africa/Dakar', 'Europe/Paris', 'Africa/Kinshasa', 'Africa/Abidjan'],
  pt: ['America/Sao_Paulo', 'Europe/Lisbon', 'Africa/Luanda', 'Africa/Maputo'],
  ru: ['Europe/Moscow', 'Asia/Almaty', 'Asia/Bishkek', 'Asia/Yekaterinburg'],
  es: ['America/Asuncion', 'America/Mexico_City', 'America/Bogota', 'Europe/Madrid'],
};

/** Options of a select; the chosen zone is among them even when this machine lists it under another name. */
export function zoneOptions(
  language: Language,
  chosen: string | null,
): { value: string; label: string; language: null; selected: boolean }[] {
  const first = LIKELY[language];
  const selected = chosen ?? first[0]!;
  const zones = new Set([...(chosen ? [chosen] : []), ...first, ...Intl.supportedValuesOf('timeZone'), 'UTC']);
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), language: null, selected: zone === selected }));
}

import type { Direction, Language } from '../../kernel/language';
import type { Say } from '../../languages/phrases';

export interface Destination {
  address: string;
  icon: string;
  /** In the reader's words. */
  label: string;
  current: boolean;
}

/** What every page knows, whatever it is about. Templates reach it as `page`. */
export interface Page {
  language: Language;
  direction: Direction;
  /** The person's time zone, or the one of the chapter they look at. */
  zone: string;
  theme: 'light' | 'dark' | null;
  /** The address asked for, without its query. */
  path: string;
  viewer: { name: string; initials: string } | null;
  navigation: Destination[];
  /** Name of the chapter the page is in. */
  place: string | null;
  languages: { code: Language; name: string; direction: Direction; address: string; current: boolean }[];
  themes: { label: string; address: string; current: boolean }[];
  /** Said once, on the page after something was done. */
  flash: { text: string; tone: 'ok' | 'hm' | 'no' } | null;
  demo: boolean;
  say: Say;
}

/** What a certificate said on the day it was issued. Nothing in it is looked up again, so renaming a programme, a chapter or a cohort changes no certificate. */
import { type Direction, directionOf, type Language } from '../kernel/language';

/** A title in every language it was published in. */
export interface Titles {
  original: Language;
  texts: Partial<Record<Language, string>>;
}

export interface Snapshot {
  /** `hash` is the fingerprint of the published version, so that one can always show which text was meant. */
  programme: { slug: string; versionId: string; hash: string; title: Titles };
  modules: { slug: string; title: Titles }[];
  lessons: number;
  quizzes: number;
  /** Percent that every quiz needed at least; null without quizzes. */
  passMark: number | null;
  /** Percent that was asked for on average or in one quiz; not said where none was. */
  leastMark?: number;
  /** Not said by certificates that are older than simulations. */
  simulations?: number;
  /** Nor by those that are older than assignments. */
  assignments?: number;
  /** What the authors reckon it takes. */
  minutes: number;
  chapter: string;
  cohort: string;
  /** Language and time zone (IANA name) of the cohort; days on the certificate are days in this zone. */
  language: Language;
  zone: string;
  /** ISO 8601, UTC. */
  completedAt: string;
  /** Of a badge of practice: what it is called, and what its holder did, in a sentence. */
  badge?: { title: Titles; evidence: Titles };
  /** Which version of its chapter's design it is printed with, for ever; not said where the chapter had none. */
  design?: string;
}

/** The title for a reader: in their language when it was published in it, else the original. */
export function titleIn({ original, texts }: Titles, language: Language): { text: string; language: Language; direction: Direction } {
  const shown = texts[language] === undefined ? original : language;
  return { text: texts[shown] ?? '', language: shown, direction: directionOf(shown) };
}

/** What a certificate is named after: its module where it is a module's own, else the programme. */
export function titlesOf({ kind, snapshot }: { kind: string; snapshot: Snapshot }): Titles {
  if (kind === 'practice' && snapshot.badge) return snapshot.badge.title;
  return kind === 'module' ? snapshot.modules[0]!.title : snapshot.programme.title;
}

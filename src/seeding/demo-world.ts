import type { Language } from '../kernel/language';

/** A named world as its file tells it: `seeds/demo/world.yml` says what the words mean. */
export interface DemoWorld {
  people: { email: string; name: string; language: Language; zone: string; as?: string; steward?: boolean }[];
  chapters: {
    slug: string;
    name: string;
    language: Language;
    zone: string;
    country: string;
    /** Codes with spaces between. */
    alsoIn?: string;
    about: string;
    leads: string[];
    trainers: string[];
  }[];
  cohorts: {
    chapter: string;
    name: string;
    programme: string;
    /** Days ago. */
    began: number;
    weeks: number;
    places: number;
    people: { email: string; joined: number; read: number; tries?: ('passed' | 'failed')[]; certificate?: boolean }[];
  }[];
}

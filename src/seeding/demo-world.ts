import type { QuestionStructure } from '../content/question-structures';
import type { Language } from '../kernel/language';
import type { QuestionTexts } from '../quizzes/questions/written';

/** A question as `seeds/demo/questions.yml` has it: its skeleton, and words by language. */
export type DemoQuestion = {
  key: Partial<QuestionStructure>;
  name: string;
  tags: string[];
  category: string;
} & Partial<Record<Language, QuestionTexts>>;

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
    /** Who took a quiz of the chapter: with a longer text that waits to be marked, or to be reminded of what they missed. */
    takings?: { email: string; text?: string; reminded?: boolean }[];
    /** Role-plays of its own: a copy from the library with other words, without those that it lacks; `shared`: published, and others may copy it. */
    scenarios?: { copy: string; words: Record<string, string>; lacks?: string[]; shared?: boolean }[];
    /** From the file beside it. */
    questions?: DemoQuestion[];
  }[];
  cohorts: {
    chapter: string;
    name: string;
    programme: string;
    /** Days ago. */
    began: number;
    weeks: number;
    places: number;
    /** Still prepared; `began` is then below nought. */
    draft?: boolean;
    /** Put away; it must be over. */
    archived?: boolean;
    /** Who waits for a place, by address, the first first. */
    waiting?: string[];
    /** People may ask to join; those who do, and what they write. */
    asking?: { email: string; asked: number; message: string }[];
    /** A table that began so many days ago, for the people who sit in these seats; scripts play the others. */
    tables?: { step: string; name: string; began: number; seats: Record<string, string> };
    /** Modules are due at the ends of their usual weeks. */
    timetable?: 'usual';
    /** `work`: what somebody handed in, and waits with. */
    people: { email: string; joined: number; read: number; tries?: ('passed' | 'failed')[]; certificate?: boolean; work?: string }[];
  }[];
}

import type { Language } from '../../kernel/language';

/** One person's way through one cohort: what every learning page is about. */
export interface Study {
  enrolmentId: string;
  personId: string;
  state: 'active' | 'completed' | 'withdrawn';
  joinedAt: Date;
  completedAt: Date | null;
  cohort: {
    id: string;
    name: string;
    language: Language;
    zone: string;
    startsOn: string;
    endsOn: string;
    programmeVersionId: string;
    pins: Readonly<Record<string, string>>;
    version: number;
  };
  chapter: { id: string; slug: string; name: string };
}

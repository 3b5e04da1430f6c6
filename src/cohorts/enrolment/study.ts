import type { Language } from '../../kernel/language';
import type { OwnDays } from '../timetable/deadlines';
import type { Timetable } from '../timetable/timetable';

/** One person's way through one cohort: what every learning page is about. */
export interface Study {
  enrolmentId: string;
  personId: string;
  state: 'active' | 'completed' | 'withdrawn';
  joinedAt: Date;
  completedAt: Date | null;
  /** Later deadlines that this person was given. */
  ownDays: OwnDays;
  /** How often these were changed. */
  ownDaysVersion: number;
  /** Percent more time in quizzes with a limit; for leads and the person alone. */
  extraTime: number;
  cohort: {
    id: string;
    name: string;
    language: Language;
    zone: string;
    startsOn: string;
    endsOn: string;
    programmeVersionId: string;
    pins: Readonly<Record<string, string>>;
    timetable: Timetable | null;
    /** Null unless it was put away. */
    archivedAt: Date | null;
    version: number;
  };
  chapter: { id: string; slug: string; name: string };
}

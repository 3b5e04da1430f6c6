import type { Language } from '../../kernel/language';

/** The signed-in person as every page needs them: little enough to keep in memory. */
export interface Viewer {
  id: string;
  name: string;
  /** One or two letters that stand for the name. */
  initials: string;
  email: string;
  language: Language | null;
  zone: string | null;
  steward: boolean;
}

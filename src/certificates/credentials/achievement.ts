/** What a certificate was given for, apart from who earned it, when and with whom: everybody who did the same has the same achievement. */
import type { Language } from '../../kernel/language';
import type { Snapshot, Titles } from '../snapshot';

export interface Earned {
  kind: 'programme' | 'module' | 'practice';
  /** Which of that kind; empty for a programme. */
  about: string;
  snapshot: Snapshot;
}

export interface AchievementFacts {
  kind: Earned['kind'];
  about: string;
  title: Titles;
  modules: Snapshot['modules'];
  lessons: number;
  quizzes: number;
  passMark: number | null;
  simulations: number;
  assignments: number;
  minutes: number;
}

export function achievementOf({ kind, about, snapshot }: Earned): AchievementFacts {
  const { programme, modules, lessons, quizzes, passMark, simulations = 0, assignments = 0, minutes } = snapshot;
  const title = (kind === 'module' && modules.find(({ slug }) => slug === about)?.title) || programme.title;
  return { kind, about, title, modules, lessons, quizzes, passMark, simulations, assignments, minutes };
}

export function achievementSlug({ kind, about, snapshot }: Earned): string {
  return kind === 'programme' ? snapshot.programme.slug : `${kind}-${about}`;
}

export interface AchievementVersion {
  slug: string;
  version: number;
  facts: AchievementFacts;
}

export const achievementAddress = (site: string, { slug, version }: Pick<AchievementVersion, 'slug' | 'version'>, language?: Language) =>
  `${site}/achievements/${slug}/v${version}${language ? `?language=${language}` : ''}`;

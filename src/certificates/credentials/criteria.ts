/** What one had to do, in words. */
import type { Language } from '../../kernel/language';
import { formatPercent } from '../../languages/formats';
import type { Say } from '../../languages/phrases';
import { titleIn } from '../snapshot';
import type { AchievementFacts } from './achievement';

/** One sentence that says what it is. */
export function description({ kind, title }: AchievementFacts, say: Say, language: Language): string {
  return say(`credentials.description.${kind}`, { title: titleIn(title, language).text });
}

/** What it took, one line each. */
export function criteria(facts: AchievementFacts, say: Say, language: Language): string[] {
  const { modules, lessons, quizzes, passMark, simulations, assignments, minutes } = facts;
  const mark = formatPercent(passMark ?? 0, language);
  const hours = Math.round(minutes / 60);
  const counted = { lessons, quizzes, simulations, assignments };
  return [
    ...modules.map(({ title }) => say('credentials.criteria.module', { title: titleIn(title, language).text })),
    ...Object.entries(counted).flatMap(([what, n]) => (n ? [say(`certificates.took.${what}`, { n, mark })] : [])),
    ...(minutes ? [minutes < 60 ? say('certificates.took.minutes', { n: minutes }) : say('certificates.took.hours', { n: hours })] : []),
  ];
}

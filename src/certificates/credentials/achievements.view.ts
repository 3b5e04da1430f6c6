import { directionOf, type Language } from '../../kernel/language';
import type { Phrases } from '../../languages/phrases';
import { titleIn } from '../snapshot';
import { achievementAddress, type AchievementVersion } from './achievement';
import { criteria } from './criteria';

/** views/certificates/achievement.hbs */
export function achievementPage(achievement: AchievementVersion, language: Language, phrases: Phrases) {
  const { facts, version } = achievement;
  return {
    kind: `credentials.achievement.${facts.kind}`,
    title: titleIn(facts.title, language),
    version,
    criteria: criteria(facts, phrases.in(language), language),
    language,
    direction: directionOf(language),
    badge: `${achievementAddress('', achievement)}/badge.svg`,
  };
}

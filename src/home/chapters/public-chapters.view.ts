import type { Chapter } from '../../chapters/chapter.entity';
import { languagesOf } from '../../chapters/chapter-languages';
import { countryName } from '../../chapters/countries';
import type { Cohort } from '../../cohorts/cohort.entity';
import { phase } from '../../cohorts/schedule';
import { type Shown, spoken } from '../../content/translation';
import { directionOf, type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { cover } from '../../web/pictures/cover';

/** views/home/chapters.hbs: a card for each chapter, those where something begins first. */
export function chaptersPage(chapters: Chapter[], cohorts: Cohort[], language: Language) {
  const cards = chapters.map((chapter) => ({
    ...card(chapter, language),
    picture: cover(chapter.slug),
    cohorts: cohorts.filter(({ chapterId }) => chapterId === chapter.id).length,
  }));
  return { chapters: cards.sort((a, b) => Math.sign(b.cohorts) - Math.sign(a.cohorts)) };
}

interface Found {
  titles: ReadonlyMap<string, Shown>;
  /** The cohorts that people may ask to join. */
  asking: ReadonlySet<string>;
}

/** views/home/chapter.hbs */
export function chapterPage(chapter: Chapter, cohorts: Cohort[], { titles, asking }: Found, language: Language, now: Date) {
  return {
    ...card(chapter, language),
    picture: cover(chapter.slug),
    about: chapter.about
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter(Boolean),
    aboutLanguage: chapter.language,
    aboutDirection: directionOf(chapter.language),
    cohorts: cohorts.map((cohort) => ({
      name: cohort.name,
      programme: spoken(titles.get(cohort.programmeVersionId)!),
      language: LANGUAGE_NAMES[cohort.language],
      startsOn: cohort.startsOn,
      endsOn: cohort.endsOn,
      running: phase(cohort, now) === 'running',
      askAddress: asking.has(cohort.id) ? `/ask/${cohort.id}` : null,
    })),
  };
}

function card(chapter: Chapter, language: Language) {
  const { slug, name, zone, country } = chapter;
  return {
    address: `/welcome/${slug}`,
    name,
    country: countryName(country, language),
    languages: languagesOf(chapter).map((own) => ({ name: LANGUAGE_NAMES[own], language: own })),
    zone: zone.replaceAll('_', ' '),
  };
}

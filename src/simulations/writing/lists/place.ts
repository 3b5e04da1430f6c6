/** Where one is: the chapter and the scenario that a page is about, and whether it can be changed. */
import { directionOf } from '../../../kernel/language';

interface Place {
  chapter: { name: string; slug: string };
  scenario: {
    slug: string;
    language: Parameters<typeof directionOf>[0];
    texts: Readonly<Record<string, string>>;
    archivedAt: Date | null;
    version: number;
  };
}

export function placeOf({ chapter, scenario }: Place) {
  const list = `/chapters/${chapter.slug}/scenarios`;
  const { slug, language, texts, archivedAt, version } = scenario;
  return {
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}` },
    scenarios: list,
    scenario: { address: `${list}/${slug}`, title: texts['title'] ?? slug },
    /** of everything that its authors have written */
    language,
    direction: directionOf(language),
    open: archivedAt === null,
    version,
  };
}

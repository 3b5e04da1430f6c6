import { newId } from '../kernel/identifier';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '../kernel/language';
import { languageOptions, zoneOptions } from '../languages/choices';
import type { FormError } from '../web/forms/form.pipe';
import type { Chapter } from './chapter.entity';
import type { ChapterForm } from './chapter.form';

/** views/chapters/list.hbs */
export function listPage(chapters: Chapter[], withLead: Set<string>, steward: boolean) {
  return {
    steward,
    chapters: chapters.map(({ id, slug, name, language, zone }) => ({
      address: `/chapters/${slug}`,
      name,
      language: LANGUAGE_NAMES[language],
      zone: zone.replaceAll('_', ' '),
      hasLead: withLead.has(id),
    })),
  };
}

/** views/chapters/new.hbs */
export function newPage(reader: Language, given: ChapterForm | null = null, errors: FormError[] = []) {
  const language = given?.language ?? reader;
  return {
    formId: newId(),
    name: given?.name ?? '',
    slug: given?.slug ?? '',
    languages: languageOptions(language),
    zones: zoneOptions(LANGUAGES.includes(language) ? language : reader, given?.zone || null),
    errors: errors.length ? errors : null,
  };
}

import { newId } from '../../kernel/identifier';
import { type Language, LANGUAGE_NAMES } from '../../kernel/language';
import { conflictPage } from '../../web/errors/errors.view';
import type { FormError } from '../../web/forms/form.pipe';
import { cover } from '../../web/pictures/cover';
import type { Page } from '../../web/views/page';
import type { Chapter } from '../chapter.entity';
import type { ChapterDetails } from '../chapters.service';
import { languageOptions, zoneOptions } from '../../languages/choices';
import { formatList } from '../../languages/formats';
import { alsoIn, codesIn } from '../chapter-languages';
import { countryName, countryOptions } from '../countries';
import type { ChapterSettingsForm } from './settings.form';

type Typed = Omit<ChapterSettingsForm, 'version'>;

/** views/chapters/settings.hbs */
export function settingsPage(
  chapter: Chapter,
  { language: reader, say }: Pick<Page, 'language' | 'say'>,
  given: ChapterSettingsForm | null = null,
  errors: FormError[] = [],
) {
  const values = given ?? typed(chapter);
  const language = Object.hasOwn(LANGUAGE_NAMES, values.language ?? '') ? values.language : chapter.language;
  return {
    formId: newId(),
    chapter: { name: chapter.name, address: `/chapters/${chapter.slug}`, picture: cover(chapter.slug) },
    publicAddress: `/welcome/${chapter.slug}`,
    version: given?.version ?? String(chapter.version),
    name: values.name,
    about: values.about,
    shown: values.shown === 'yes',
    countries: countryOptions(reader, values.country, say('chapters.field.no-country')),
    languages: languageOptions(language),
    also: languageOptions(language).map((one) => ({ ...one, selected: values.also.flatMap(codesIn).includes(one.value) })),
    zones: zoneOptions(language, values.zone || chapter.zone),
    errors: errors.length ? errors : null,
  };
}

/** views/errors/conflict.hbs: two leads changed the same chapter; the one who was second decides. */
export function chapterConflict(mine: ChapterSettingsForm, chapter: Chapter, { language, say }: Pick<Page, 'language' | 'say'>) {
  const theirs = typed(chapter);
  const words: Partial<Record<keyof Typed, (value: string) => string>> = {
    also: (value) => namesOf(codesIn(value) as Language[], language),
    language: (value) => LANGUAGE_NAMES[value as Language],
    country: (value) => countryName(value, language) ?? say('chapters.field.no-country'),
    shown: (value) => say(value === 'yes' ? 'chapters.settings.shown' : 'chapters.settings.hidden'),
  };
  const field = (name: keyof Typed) => {
    const told = words[name] ?? ((value: string) => value);
    const [own, other] = [mine[name], theirs[name]].map((value) => (Array.isArray(value) ? value.join(' ') : String(value))) as [
      string,
      string,
    ];
    return { name, label: `chapters.field.${name}`, mine: own, theirs: other, said: { mine: told(own), theirs: told(other) } };
  };
  const address = `/chapters/${chapter.slug}/settings`;
  return conflictPage({
    title: 'chapters.settings.conflict',
    back: address,
    action: address,
    version: chapter.version,
    formId: newId(),
    fields: [field('name'), field('about'), field('country'), field('language'), field('also'), field('zone'), field('shown')],
  });
}

/** The details of a form without errors. */
export function detailsIn({ name, about, country, language, also, zone, shown }: ChapterSettingsForm): ChapterDetails {
  return { name, about, country: country || null, language, alsoIn: alsoIn(language, also), zone, shown: shown === 'yes' };
}

/** A chapter as its form shows it. */
function typed({ name, about, country, language, alsoIn: others, zone, shown }: Chapter): Typed {
  return { name, about, country: country ?? '', language, also: codesIn(others), zone, shown: shown ? 'yes' : '' };
}

const namesOf = (languages: readonly Language[], reader: Language): string =>
  languages.length
    ? formatList(
        languages.map((one) => LANGUAGE_NAMES[one]),
        reader,
      )
    : '–';

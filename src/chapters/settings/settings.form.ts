import { IsIn, Matches } from 'class-validator';
import { type Language, LANGUAGES } from '../../kernel/language';
import { Many } from '../../web/forms/fields';
import { Chosen, PerhapsText, Text, Zone } from '../../web/forms/rules';
import { areLanguages } from '../chapter-languages';
import { COUNTRIES } from '../countries';

export const LONGEST_ABOUT = 1200;

/** Changes to a chapter, and the version of it that was on the page. */
export class ChapterSettingsForm {
  @Text(120, 'chapters.error.name')
  name = '';

  @PerhapsText(LONGEST_ABOUT, 'chapters.error.about')
  about = '';

  /** Empty: a region or the whole world. */
  @IsIn(['', ...COUNTRIES], { message: 'chapters.error.country' })
  country = '';

  @IsIn(LANGUAGES, { message: 'chapters.error.language' })
  language: Language;

  /** The other languages: one code a box, or several in one where somebody decides between two texts. */
  @Many()
  @Chosen(areLanguages, 'chapters.error.also')
  also: string[] = [];

  @Zone('chapters.error.zone')
  zone = '';

  /** `yes` when strangers find its public page. */
  @IsIn(['', 'yes'], { message: 'errors.form.missing' })
  shown = '';

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

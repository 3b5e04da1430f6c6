import { IsIn } from 'class-validator';
import { type Language, LANGUAGES } from '../kernel/language';
import { PerhapsText, Text, Zone } from '../web/forms/rules';

/** A new chapter. */
export class ChapterForm {
  @Text(120, 'chapters.error.name')
  name = '';

  /** Its name in addresses; left empty it is made from the name. */
  @PerhapsText(60, 'chapters.error.slug')
  slug = '';

  @IsIn(LANGUAGES, { message: 'chapters.error.language' })
  language: Language;

  @Zone('chapters.error.zone')
  zone = '';
}

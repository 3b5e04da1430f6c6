import { IsIn, Matches } from 'class-validator';
import { type Language, LANGUAGES } from '../../kernel/language';
import { PerhapsText } from '../../web/forms/rules';

const VERSION = /^\d{1,9}$/;
export const LONGEST_TITLE = 200;

/** A new role-play: from the template, in a language, or as a copy of a published one, which keeps its own. */
export class NewScenarioForm {
  @Matches(/^(?:template|[a-z0-9-]{1,64})$/, { message: 'errors.form.missing' })
  from = '';

  @PerhapsText(LONGEST_TITLE, 'scenarios.error.title')
  title = '';

  @IsIn(LANGUAGES, { message: 'scenarios.error.language' })
  language: Language = 'en';
}

/** Any press about a role-play: which version of it was on the page. */
export class ScenarioPressForm {
  @Matches(VERSION, { message: 'errors.form.missing' })
  version = '';
}

/** A draft is replaced: by a folder in an archive, or by what was published last. */
export class FolderForm extends ScenarioPressForm {
  @IsIn(['read', 'published'], { message: 'errors.form.missing' })
  by: 'read' | 'published' = 'read';

  /** Its bytes come beside the form. */
  file = '';
}

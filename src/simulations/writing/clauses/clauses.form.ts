import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import type { ClauseStructure } from '../../../content/scenario';
import { graphemes } from '../../../kernel/text';
import { Family, Many } from '../../../web/forms/fields';
import { Chosen, PerhapsText, Text } from '../../../web/forms/rules';
import { among, areKeys, PartForm } from '../editing/part.form';
import { CLAUSE_KINDS } from './clauses';

const LONGEST_TITLE = 120;
const LONGEST_TEXT = 2_000;
export const LONGEST_OPTION = 200;
/** What a key looks like is looked at where it is compared with its siblings. */
const KEYLIKE = /^.{1,64}$/;

export class NewClauseForm extends PartForm {
  @Text(LONGEST_TITLE, 'scenario-roles.error.title')
  title = '';

  @IsIn(CLAUSE_KINDS, { message: 'scenario-roles.error.choice' })
  kind: ClauseStructure['kind'];
}

export class ClauseForm extends NewClauseForm {
  @Many()
  @Chosen(among(['yes']), 'scenario-roles.error.choice')
  tabled: string[] = [];

  @PerhapsText(LONGEST_TEXT, 'scenario-roles.error.long')
  text = '';

  @Matches(KEYLIKE, { message: 'scenario-roles.error.key|max=30' })
  key = '';
}

export class NewSlotForm extends PartForm {
  @Text(LONGEST_TITLE, 'scenario-roles.error.title')
  name = '';

  @ValidateIf(({ key }: NewSlotForm) => key !== '')
  @Matches(KEYLIKE, { message: 'scenario-roles.error.key|max=30' })
  key = '';

  /** One a line. */
  @Text(LONGEST_TEXT, 'scenario-roles.error.long')
  options = '';
}

export class SlotForm extends PartForm {
  @Text(LONGEST_TITLE, 'scenario-roles.error.title')
  name = '';

  @Matches(KEYLIKE, { message: 'scenario-roles.error.key|max=30' })
  key = '';

  @Matches(KEYLIKE, { message: 'scenario-roles.error.start' })
  start = '';

  /** By option. */
  @Family()
  option: Record<string, string> = {};

  /** New options, by their number. */
  @Family()
  more: Record<string, string> = {};

  @IsOptional()
  @Many()
  @Chosen(areKeys, 'errors.form.missing')
  up?: string[];

  @IsOptional()
  @Many()
  @Chosen(areKeys, 'errors.form.missing')
  down?: string[];
}

/** Words of options that are too long: the names of their fields. */
export const tooLong = ({ option, more }: SlotForm): string[] =>
  Object.entries({ option, more }).flatMap(([family, words]) =>
    Object.keys(words)
      .filter((key) => graphemes(words[key]!) > LONGEST_OPTION)
      .map((key) => `${family}.${key}`),
  );

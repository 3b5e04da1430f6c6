import { IsIn, IsOptional, Matches } from 'class-validator';
import type { ScriptRule } from '../../../content/scenario';
import { graphemes } from '../../../kernel/text';
import { Family, Many } from '../../../web/forms/fields';
import { Chosen, PerhapsText, Text, Whole } from '../../../web/forms/rules';
import { arePairs, PartForm } from '../editing/part.form';
import { type ActionKind, ACTIONS, HIGHEST } from './rules';
import { MOST_VALUE } from './scripts';

const CHOICE = 'scenario-roles.error.choice';
export const LONGEST_SAID = 1_000;

export class ScriptForm extends PartForm {
  @Whole(-MOST_VALUE, MOST_VALUE, 'scenario-roles.error.whole')
  aspiration = '';

  @Whole(-MOST_VALUE, MOST_VALUE, 'scenario-roles.error.whole')
  reservation = '';

  @Text(100, 'scenario-roles.error.concede')
  concede = '';

  /** By `slot--option`. */
  @Family()
  value: Record<string, string> = {};

  /** As `objection.option`. */
  @Many()
  @Chosen(arePairs, CHOICE)
  red: string[] = [];

  @Family()
  voice: Record<string, string> = {};
}

export const longVoice = ({ voice }: ScriptForm): string[] =>
  Object.keys(voice)
    .filter((one) => graphemes(voice[one]!) > LONGEST_SAID)
    .map((one) => `voice.${one}`);

/** A rule; its comparisons are numbered. */
export class RuleForm extends PartForm {
  @IsIn(ACTIONS, { message: CHOICE })
  action: ActionKind;

  /** Another row (`more`), one less (`less-2`), or to be saved. */
  @Matches(/^(save|more|less-[1-3])$/, { message: 'errors.form.missing' })
  do = 'save';

  /** The path of another row. */
  @Matches(/^[a-z0-9.-]{0,200}$/, { message: 'scenario-roles.error.path' })
  add = '';

  @Family()
  path: Record<string, string> = {};

  @Family()
  op: Record<string, string> = {};

  @Family()
  number: Record<string, string> = {};

  /** As `1.option`. */
  @Many()
  @Chosen(arePairs, CHOICE)
  is: string[] = [];

  @IsOptional()
  @Matches(/^.{0,64}$/, { message: CHOICE })
  to = '';

  @IsOptional()
  @Matches(/^.{0,64}$/, { message: CHOICE })
  objection = '';

  @IsOptional()
  @Matches(/^.{0,64}$/, { message: CHOICE })
  stance = '';

  /** By slot. */
  @Family()
  term: Record<string, string> = {};

  @PerhapsText(LONGEST_SAID, 'scenario-roles.error.long')
  words = '';

  @Whole(0, HIGHEST, 'scenario-roles.error.whole')
  priority = '';

  @IsIn(['table', 'revision'], { message: CHOICE })
  once: ScriptRule['once'];
}

import { IsIn, ValidateBy, ValidateIf } from 'class-validator';
import { PerhapsText, Text } from '../../web/forms/rules';
import { LONGEST_NAME, nameProblem } from '../printed-name';
import { WHYS } from './correction';
import { TEAM_REASONS } from './withdrawals.service';

export const LONGEST_NOTE = 1000;
export const LONGEST_ANSWER = 1000;

const LATIN = /^[^\p{L}]*\p{sc=Latin}(?:\p{sc=Latin}|[^\p{L}])*$/u;

const PrintableName = () =>
  ValidateBy({
    name: 'printableName',
    validator: {
      validate: (name: unknown) => typeof name === 'string' && nameProblem(name) === null,
      defaultMessage: (args) => `certificates.error.name.${nameProblem(String(args?.value ?? '')) ?? 'missing'}|max=${LONGEST_NAME}`,
    },
  });

/** The same in Latin letters, or nothing. */
const PerhapsLatinName = () =>
  ValidateBy({
    name: 'latinName',
    validator: {
      validate: (name: unknown) => name === '' || (typeof name === 'string' && nameProblem(name) === null && LATIN.test(name)),
      defaultMessage: () => `holding.error.latin|max=${LONGEST_NAME}`,
    },
  });

/** Whether strangers read the name. */
export class VisibilityForm {
  @IsIn(['show', 'hide'], { message: 'errors.form.missing' })
  name = '';
}

/** Another name, and why if somebody wants to say. */
export class CorrectionForm {
  @PrintableName()
  name = '';

  @PerhapsLatinName()
  latinName = '';

  @IsIn(WHYS, { message: 'holding.error.why' })
  why = '';
}

/** A page's button without more to say. */
export class PressForm {}

/** A lead's answer to a request, as it stood when they read it. */
export class AnswerForm {
  @IsIn(['approve', 'refuse'], { message: 'errors.form.missing' })
  do = '';

  request = '';

  version = '';

  @ValidateIf(({ do: what }: AnswerForm) => what === 'refuse')
  @Text(LONGEST_ANSWER, 'holding.error.answer')
  answer = '';
}

/** Taking a certificate back: why, a note for the team, and that it was understood. */
export class WithdrawalForm {
  @IsIn(TEAM_REASONS, { message: 'holding.error.reason' })
  reason = '';

  @PerhapsText(LONGEST_NOTE, 'holding.error.note')
  note = '';

  @IsIn(['yes'], { message: 'holding.error.sure' })
  sure = '';
}

import { IsIn, ValidateIf } from 'class-validator';
import { PerhapsText, Text } from '../../web/forms/rules';
import { NameForm } from '../issuing/name.form';
import { WHYS } from './correction';
import { TEAM_REASONS } from './withdrawals.service';

export const LONGEST_NOTE = 1000;
export const LONGEST_ANSWER = 1000;

/** Whether strangers read the name. */
export class VisibilityForm {
  @IsIn(['show', 'hide'], { message: 'errors.form.missing' })
  shown = '';
}

/** Another name, and why if somebody wants to say. */
export class CorrectionForm extends NameForm {
  @IsIn(WHYS, { message: 'holding.error.why' })
  why = '';
}

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

import { IsIn, IsOptional, Matches } from 'class-validator';
import { GivenForm } from '../attempts/attempt.form';

/** That somebody wants to be reminded; of what they missed in an attempt, where one is named. */
export class WishForm {
  @IsOptional()
  @Matches(/^[0-9a-f-]{36}$/, { message: 'errors.form.missing' })
  attempt?: string;
}

export class StopForm {}

/** An answer to a question that was asked again. */
export class RememberForm extends GivenForm {
  /** A hint was read first. */
  @IsOptional()
  @IsIn(['yes'], { message: 'errors.form.missing' })
  hinted?: string;

  @IsOptional()
  @IsIn(['yes'], { message: 'errors.form.missing' })
  certain?: string;

  /** Of the card, as the page saw it. */
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

import { IsIn } from 'class-validator';
import { ArrivalForm } from '../../chapters/arrivals/arrival.form';
import { Email, PerhapsText } from '../../web/forms/rules';
import { LONGEST_MESSAGE } from './asking';

/** What somebody writes who asks to join; may be empty. */
export class AskForm {
  @PerhapsText(LONGEST_MESSAGE, 'ways.error.message')
  message = '';
}

/** Where the letter goes with which somebody new comes back. */
export class NewcomerForm {
  @Email('people.error.email')
  email = '';
}

/** Somebody new who asks: their account and their words in one go. */
export class AskArrivalForm extends ArrivalForm {
  @PerhapsText(LONGEST_MESSAGE, 'ways.error.message')
  message = '';
}

/** Yes, or no with a kind sentence. */
export class AnswerForm {
  @IsIn(['accept', 'decline'], { message: 'errors.form.missing' })
  do = '';

  @PerhapsText(LONGEST_MESSAGE, 'ways.error.message')
  answer = '';
}

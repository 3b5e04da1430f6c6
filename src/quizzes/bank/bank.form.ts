import { IsIn, IsOptional, Matches } from 'class-validator';
import { Family, Many } from '../../web/forms/fields';
import { PerhapsText } from '../../web/forms/rules';
import { LONGEST_CATEGORY, LONGEST_NAME, LONGEST_TAG, LONGEST_TEXT } from './limits';
import { type Draft, emptyDraft } from './writing/draft';

/** An answer to a question that is only tried, in the fields of whatever type it has. */
export class TryForm {
  @Many()
  answer: string[] = [];

  @Family()
  part: Record<string, string> = {};

  @PerhapsText(10, 'errors.form.missing')
  up = '';

  @PerhapsText(10, 'errors.form.missing')
  down = '';
}

const NEW = emptyDraft();

/** A question as it is written: the fields of every type, and an answer with which it is tried. */
export class WritingForm extends TryForm implements Draft {
  @PerhapsText(40, 'errors.form.missing') do = 'save';
  @Matches(/^\d{0,9}$/, { message: 'errors.form.missing' }) version = '';
  @PerhapsText(20, 'errors.form.missing') type = NEW.type;
  @PerhapsText(2, 'errors.form.missing') language = '';
  @PerhapsText(LONGEST_NAME, 'bank.refusal.name') name = '';
  @PerhapsText(3000, 'bank.refusal.tags') tags = '';
  @PerhapsText(LONGEST_CATEGORY, 'bank.refusal.category') category = '';
  @PerhapsText(40, 'bank.error.number') points = NEW.points;
  @PerhapsText(40, 'bank.error.number') penalty = '';
  @PerhapsText(LONGEST_TEXT, 'bank.refusal.text') stem = '';
  @PerhapsText(LONGEST_TEXT, 'bank.refusal.text') text = '';
  @PerhapsText(LONGEST_TEXT, 'bank.refusal.text') feedback = '';
  @PerhapsText(LONGEST_TEXT, 'bank.refusal.text') feedbackRight = '';
  @PerhapsText(LONGEST_TEXT, 'bank.refusal.text') feedbackWrong = '';
  @Many() options: string[] = [];
  @Family() option: Record<string, string> = {};
  @Family() mark: Record<string, string> = {};
  @Family() told: Record<string, string> = {};
  @Many() right: string[] = [];
  @Many() items: string[] = [];
  @Family() item: Record<string, string> = {};
  @Family() match: Record<string, string> = {};
  @PerhapsText(3, 'errors.form.missing') matchCase = '';
  @PerhapsText(40, 'bank.error.number') value = '';
  @PerhapsText(40, 'bank.error.number') tolerance = NEW.tolerance;
  @Many() others: string[] = [];
  @Family() other: Record<string, string> = {};
  @Family() othertolerance: Record<string, string> = {};
  @Family() othermark: Record<string, string> = {};
  @Family() othertold: Record<string, string> = {};
  @Many() units: string[] = [];
  @Family() unit: Record<string, string> = {};
  @Family() factor: Record<string, string> = {};
  @Family() gap: Record<string, string> = {};
  @Family() filling: Record<string, string> = {};
  @Family() gaptold: Record<string, string> = {};
  @PerhapsText(40, 'bank.error.number') mostWords = '';
  @Many() rubric: string[] = [];
  @Family() looked: Record<string, string> = {};
  @Family() worth: Record<string, string> = {};
  @Many() hints: string[] = [];
}

export const BULK = ['add-tag', 'remove-tag', 'move', 'archive', 'bring-back'] as const;

/** Several questions changed at once; each is named with the version that was seen, `<id>.<version>`. */
export class BulkForm {
  @Many()
  picked: string[] = [];

  @IsIn(BULK, { message: 'errors.form.missing' })
  do: (typeof BULK)[number];

  @PerhapsText(LONGEST_TAG, 'bank.refusal.tag')
  tag = '';

  @PerhapsText(LONGEST_CATEGORY, 'bank.refusal.category')
  category = '';

  /** The query of the list, to come back to it. */
  @PerhapsText(2000, 'errors.form.missing')
  search = '';

  /** From the page of questions that are alike. */
  @IsOptional()
  @IsIn(['alike'], { message: 'errors.form.missing' })
  from?: string;
}

/** An older version is brought back. */
export class RestoreForm {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';

  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  number = '';
}

/** A question of the shared bank, to be copied. */
export class CopyForm {
  @PerhapsText(40, 'errors.form.missing')
  question = '';
}

/** The words of a question in another language. */
export class WordsForm {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';

  /** In the order of the page: keys of texts hold dots, which names of fields cannot. */
  @Many()
  keys: string[] = [];

  @Many()
  texts: string[] = [];

  /** Places of stale texts that still hold, counted from 0. */
  @Many()
  fresh: string[] = [];
}

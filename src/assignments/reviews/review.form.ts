import { IsIn, Matches } from 'class-validator';
import { Family } from '../../web/forms/fields';
import { PerhapsText } from '../../web/forms/rules';
import { type Verdict, VERDICTS } from './review.entity';

const LONGEST_COMMENT = 5000;

/** What a peer says about a work: a level for each criterion, and words. */
export class PeerReviewForm {
  @Family()
  levels: Record<string, string> = {};

  @PerhapsText(LONGEST_COMMENT, 'assignments.error.comment-long')
  comment = '';
}

/** The same of somebody of the team, who decides. */
export class ReviewForm extends PeerReviewForm {
  @IsIn(VERDICTS, { message: 'errors.form.missing' })
  verdict: Verdict;

  /** Of the work, as the reviewer saw it. */
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

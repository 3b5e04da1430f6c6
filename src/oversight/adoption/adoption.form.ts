import { Matches } from 'class-validator';

/** A decision about newer versions: the cohort's version on the page, and the fingerprint of those that were shown there. */
export class AdoptionForm {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';

  @Matches(/^[0-9a-f]{64}$/, { message: 'errors.form.missing' })
  newest = '';
}

import { IsOptional, Matches } from 'class-validator';
import { isKey } from '../../../content/package';
import { Many } from '../../../web/forms/fields';
import { Chosen } from '../../../web/forms/rules';

/** Any form about a part of a scenario: which version of the draft was on its page. */
export class PartForm {
  @Matches(/^\d{1,9}$/, { message: 'errors.form.missing' })
  version = '';
}

const MOST_TICKED = 200;

/** The one key of a button. */
export const areKeys = (chosen: readonly string[]) => chosen.length === 1 && chosen.every(isKey);

/** Which part is to go one place up or down. */
export class OrderForm extends PartForm {
  @IsOptional()
  @Many()
  @Chosen(areKeys, 'errors.form.missing')
  up?: string[];

  @IsOptional()
  @Many()
  @Chosen(areKeys, 'errors.form.missing')
  down?: string[];
}

/** Pairs of two keys, such as an open point and one of its options. */
export const arePairs = (chosen: readonly string[]) =>
  chosen.length <= MOST_TICKED && chosen.every((one) => one.split('.').length === 2 && one.split('.').every(isKey));

export const among = (offered: readonly string[]) => (chosen: readonly string[]) => chosen.every((one) => offered.includes(one));

import { IsIn, IsOptional, Matches } from 'class-validator';
import { Family, Many } from '../../web/forms/fields';
import { PerhapsText } from '../../web/forms/rules';
import { POLICIES, type Policy } from './corrections';
import type { KeyFields } from './new-key';

export const LONGEST_REASON = 500;
export const LONGEST_LINES = 2_000;

/** A new key, and what becomes of attempts before it. */
export class CorrectionForm implements KeyFields {
  @Many()
  @IsOptional()
  answer: string[] = [];

  @Family()
  @IsOptional()
  part: Record<string, string> = {};

  @PerhapsText(LONGEST_LINES, 'analysis.error.long')
  more = '';

  @PerhapsText(40, 'analysis.error.long')
  tolerance = '';

  @IsIn(POLICIES, { message: 'errors.form.missing' })
  policy: Policy = 'both';

  @PerhapsText(LONGEST_REASON, 'analysis.error.long')
  reason = '';

  /** How many corrections of the quiz there were when the page was made. */
  @Matches(/^\d{1,4}$/, { message: 'errors.form.missing' })
  known = '';
}

/** The same in an address, while nothing is decided; null when no key is named in it. */
export function keyInAddress(query: Record<string, unknown>): KeyFields | null {
  const text = (value: unknown) => (typeof value === 'string' ? value.slice(0, LONGEST_LINES) : '');
  const list = (value: unknown) =>
    [value ?? []]
      .flat()
      .filter((one): one is string => typeof one === 'string')
      .slice(0, 50);
  const part = Object.entries(query).flatMap(([name, value]) =>
    name.startsWith('part.') ? [[name.slice('part.'.length), text(value)] as const] : [],
  );
  const fields = {
    answer: list(query['answer']),
    part: Object.fromEntries(part),
    more: text(query['more']),
    tolerance: text(query['tolerance']),
  };
  return fields.answer.length || part.length || fields.more || query['shown'] ? fields : null;
}

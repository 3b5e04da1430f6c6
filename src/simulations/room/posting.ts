/** What a posted form of the room is to the page that it came from. */
import type { FormError, Submitted } from '../../web/forms/form.pipe';

/** One form of the room as it was posted. */
export interface Posted {
  /** which form of the page it is, so that what was typed can stand in it again */
  form: string;
  formId: string;
  errors: FormError[];
  typed: Record<string, string>;
  /** the clause that was looked at */
  clause: string | null;
  /** where on the page one comes back to */
  anchor: string;
  /** the phase that was on the page, where a press is only meant for that one */
  phase?: number;
}

type Place = Pick<Posted, 'form' | 'anchor'> & Partial<Pick<Posted, 'clause' | 'phase'>>;

/** A form at its place in the room, with what it says itself has to be corrected, and what else has. */
export function posted<F extends object>({ values, formId, errors }: Submitted<F>, place: Place, more: FormError[] = []): Posted {
  const typed = Object.entries(values).map(([name, value]) => [name, [value ?? ''].flat().join(' ')] as const);
  return { clause: null, ...place, formId, errors: errors.length ? errors : more, typed: Object.fromEntries(typed) };
}

export const missing = (field: string, key: string): FormError => ({ field, key, details: {} });

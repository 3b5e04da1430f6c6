/** Numbers that authors type: marks in percent, values, tolerances; and what is not one. */
import { typedNumber } from '../../../kernel/digits';

export interface Mistake {
  field: string;
  key: string;
  details: Record<string, string | number>;
}

interface Wanted {
  /** what stands for an empty field; without it, empty is a mistake */
  empty?: number;
  min?: number;
  max?: number;
  whole?: boolean;
}

/** Reads typed numbers and gathers what cannot be read. */
export class Numbers {
  readonly mistakes: Mistake[] = [];

  read(field: string, typed: string | undefined, { empty, min = -1e15, max = 1e15, whole = false }: Wanted): number {
    const text = (typed ?? '').replace(/[%٪％]\s*$/, '').trim();
    if (text === '' && empty !== undefined) return empty;
    const number = typedNumber(text);
    if (number !== null && number >= min && number <= max && (!whole || Number.isInteger(number))) return number;
    const key = min > -1e15 ? 'bank.error.number-between' : 'bank.error.number';
    this.mistakes.push({ field, key, details: { min, max } });
    return empty ?? 0;
  }
}

/** A number as a form shows it: never `1e21`, and no more digits than it has. */
export function shown(number: number | undefined): string {
  if (number === undefined) return '';
  return number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 });
}

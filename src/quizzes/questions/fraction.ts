/** A share of a whole, kept exact: marks are added without rounding, and only what is shown is rounded. */
export interface Fraction {
  over: number;
  under: number;
}

/** In lowest terms. Quizzes stay far inside the whole numbers that are exact: at most 100 questions, 100 points and 26 parts each. */
export function fraction(over: number, under = 1): Fraction {
  if (!Number.isSafeInteger(over) || !Number.isSafeInteger(under) || under <= 0) throw new RangeError(`No fraction ${over}/${under}`);
  const divisor = greatestDivisor(Math.abs(over), under);
  return { over: over / divisor, under: under / divisor };
}

export const NOTHING = fraction(0);
export const WHOLE = fraction(1);

export function plus(a: Fraction, b: Fraction): Fraction {
  const common = a.under * (b.under / greatestDivisor(a.under, b.under));
  return fraction(a.over * (common / a.under) + b.over * (common / b.under), common);
}

export function times({ over, under }: Fraction, whole: number): Fraction {
  return fraction(over * whole, under);
}

/** Whether part of a total is at least so many percent of it. */
export function reaches({ over, under }: Fraction, total: number, percent: number): boolean {
  return over * 100 >= percent * total * under;
}

/** How often a step fits, rounded down: 2/3 in hundredths is 66. */
export function roundedDown({ over, under }: Fraction, parts: number): number {
  return Math.floor((over * parts) / under);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** What makes a good debrief, in six elements, each judged from 1 to 7: by whoever led it and by those who took part. */
export const ELEMENTS = ['safety', 'structure', 'attention', 'reasons', 'gaps', 'transfer'] as const;
export type Element = (typeof ELEMENTS)[number];

export const RATES = [1, 2, 3, 4, 5, 6, 7] as const;
export type Ratings = Partial<Record<Element, number>>;

/** Of fewer, the mean would tell what one of them said. */
export const LEAST_RATINGS = 3;

/** From a form; null when it names what is not there. What was left open is left out. */
export function ratingsIn(fields: Readonly<Record<string, string>>): Ratings | null {
  const chosen = Object.entries(fields).filter(([, rate]) => rate !== '');
  const known = ([key, rate]: [string, string]) => ELEMENTS.some((one) => one === key) && /^[1-7]$/.test(rate);
  return chosen.every(known) ? Object.fromEntries(chosen.map(([key, rate]) => [key, Number(rate)])) : null;
}

export interface Mean {
  element: Element;
  /** in tenths, rounded; null where too few have said anything */
  tenths: number | null;
  of: number;
}

export function means(ratings: readonly Ratings[]): Mean[] {
  return ELEMENTS.map((element) => {
    const said = ratings.flatMap((one) => one[element] ?? []);
    const sum = said.reduce((total, rate) => total + rate, 0);
    return { element, tenths: said.length < LEAST_RATINGS ? null : Math.round((sum * 10) / said.length), of: said.length };
  });
}

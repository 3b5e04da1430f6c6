/** What the team looks for in somebody at a table. Each criterion has four levels, from 0 to 3, and every level a sentence of its own. */
export const CRITERIA = [
  'preparation',
  'justification',
  'listening',
  'proposals',
  'objections',
  'inclusion',
  'process',
  'drafting',
] as const;
export type Criterion = (typeof CRITERIA)[number];

export const LEVELS = [0, 1, 2, 3] as const;

/** Of the criteria that could be seen: one that gave no occasion is left out. */
export type RubricLevels = Partial<Record<Criterion, number>>;

/** From a form; null when it names what is not there. What was left open is left out. */
export function rubricIn(fields: Readonly<Record<string, string>>): RubricLevels | null {
  const chosen = Object.entries(fields).filter(([, level]) => level !== '');
  const known = ([key, level]: [string, string]) => CRITERIA.some((one) => one === key) && /^[0-3]$/.test(level);
  return chosen.every(known) ? Object.fromEntries(chosen.map(([key, level]) => [key, Number(level)])) : null;
}

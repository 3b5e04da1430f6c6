/** How much goes along when a part goes. */
import type { ScenarioStructure } from '../../../content/scenario';

const KINDS = ['slots', 'goals', 'red', 'rules', 'objections', 'statements', 'injects'] as const;

function counts({ roles, clauses, objections, statements, injects }: ScenarioStructure): Record<(typeof KINDS)[number], number> {
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
  return {
    slots: sum(clauses.map(({ slots }) => slots.length)),
    goals: sum(roles.map(({ goals }) => goals.length)),
    red: sum(roles.map(({ script }) => script?.red.length ?? 0)),
    rules: sum(roles.map(({ script }) => script?.rules.length ?? 0)),
    objections: objections.length,
    statements: statements.length,
    injects: injects.length,
  };
}

/** What there is less of afterwards. */
export function along(before: ScenarioStructure, after: ScenarioStructure): { kind: string; count: number }[] {
  const [were, are] = [counts(before), counts(after)];
  return KINDS.map((kind) => ({ kind, count: were[kind] - are[kind] })).filter(({ count }) => count > 0);
}

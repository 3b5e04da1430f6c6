/** All that an announcement of a scenario can be made to wait for, in groups as a form offers it. */
import { PHASE_KINDS, type ScenarioStructure } from '../../../content/scenario';

/** What becomes of an objection, as far as an announcement asks for it. */
export const OBJECTION_STATES = ['open', 'answered', 'accommodated', 'in-the-rough'] as const;

export type WaitedFor = 'text' | 'round' | 'phase' | 'objector' | 'objection' | 'said' | 'inject';

export interface Offered {
  about: WaitedFor;
  /** as in `Test` */
  what: string;
  /** keys of the parts that it names, for the words it is called by */
  names: string[];
}

export function offeredIn({ clauses, phases, objections, injects, statements }: ScenarioStructure): Offered[] {
  const rounds = phases.filter(({ kind }) => kind === 'round').length;
  const kinds = PHASE_KINDS.filter((kind) => phases.some((phase) => phase.kind === kind));
  return [
    ...clauses.flatMap(({ key, slots }) =>
      slots.flatMap((slot) => slot.options.map((option) => offer('text', `slot.${slot.key}.${option}`, key, slot.key, option))),
    ),
    ...Array.from({ length: rounds }, (_, index) => offer('round', `round.${index + 1}`, String(index + 1))),
    ...kinds.map((kind) => offer('phase', `phase.${kind}`, kind)),
    ...clauses.map(({ key }) => offer('objector', `object.${key}`, key)),
    ...objections.flatMap(({ key }) => OBJECTION_STATES.map((state) => offer('objection', `objection.${key}.${state}`, key, state))),
    ...injects.map(({ key }) => offer('inject', `inject.${key}`, key)),
    ...statements.map(({ key }) => offer('said', `said.${key}`, key)),
  ];
}

const offer = (about: WaitedFor, what: string, ...names: string[]): Offered => ({ about, what, names });

export const known = (structure: ScenarioStructure): string[] => offeredIn(structure).map(({ what }) => what);

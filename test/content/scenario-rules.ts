/** What scripted seats do, made by chance: rules, what they wait for, and what they then do. */
import fc from 'fast-check';
import { ClauseStructure, Condition, ObjectionStructure, ScriptAction, STANCES } from '../../src/content/scenario';
import { key, keys } from './skeletons';

/** What the parts of one scenario may name. */
export interface Named {
  parties: string[];
  chair: string;
  clauses: ClauseStructure[];
  objections: ObjectionStructure[];
}

export const oneOf = <T>(of: readonly T[]) => fc.constantFrom(...of);
export const some = <T>(of: readonly T[]) => fc.subarray([...of], { minLength: 1 });
export const whole = (min: number, max: number) => fc.integer({ min, max });
export const slotsOf = ({ clauses }: Pick<Named, 'clauses'>) => clauses.flatMap(({ slots }) => slots);

const terms = (slots: readonly { key: string; options: string[] }[]) =>
  some(slots).chain((chosen) =>
    fc
      .tuple(...chosen.map((slot) => oneOf(slot.options).map((option) => [slot.key, option] as const)))
      .map((all) => Object.fromEntries(all)),
  );

const comparison = (named: Named): fc.Arbitrary<Condition> => {
  const compared = (path: string) =>
    fc.record({ path: fc.constant(path), op: oneOf(['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const), value: whole(-50, 200) });
  const worded = (path: string, words: readonly string[]) =>
    fc.oneof(
      fc.record({ path: fc.constant(path), op: oneOf(['eq', 'ne'] as const), value: oneOf(words) }),
      fc.record({ path: fc.constant(path), op: fc.constant('in' as const), value: some(words) }),
    );
  const [slots, places] = [slotsOf(named), named.clauses.map((clause) => clause.key)];
  return fc.oneof(
    oneOf(slots).chain((slot) => worded(`slot.${slot.key}`, slot.options)),
    fc.tuple(oneOf(places), oneOf(named.parties)).chain(([clause, role]) => worded(`stance.${clause}.${role}`, ['none', ...STANCES])),
    fc.tuple(oneOf(places), oneOf(STANCES)).chain(([clause, stance]) => compared(`count.${clause}.${stance}`)),
    oneOf(places).chain((clause) => compared(`revision.${clause}`)),
    worded('phase', ['round', 'call']),
    compared('round'),
    compared('utility'),
    compared('threshold'),
    ...named.objections.map((objection) => worded(`objection.${objection.key}`, ['none', 'open', 'answered'])),
  );
};

const condition = (named: Named) =>
  fc.letrec<{ any: Condition }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      comparison(named),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('any').map((not) => ({ not })),
    ),
  })).any;

const action = (named: Named, role: string): fc.Arbitrary<ScriptAction> => {
  const others = [...named.parties, named.chair].filter((each) => each !== role);
  const own = named.objections.filter((objection) => objection.role === role).map((each) => each.key);
  const wide = named.clauses.filter(({ slots }) => slots.length > 0);
  return fc.oneof(
    fc.record({ kind: fc.constant('say' as const), words: key }),
    fc.record({ kind: oneOf(['message', 'ask'] as const), to: oneOf(others), words: key }),
    fc.record({ kind: fc.constant('stance' as const), stance: oneOf(STANCES.filter((each) => each !== 'object')) }),
    oneOf(wide).chain(({ slots }) => fc.record({ kind: fc.constant('amend' as const), terms: terms(slots), words: key })),
    fc.record({ kind: fc.constant('package' as const), terms: terms(slotsOf(named)), words: key }),
    ...(own.length ? [fc.record({ kind: fc.constant('object' as const), objection: oneOf(own) })] : []),
  ) as fc.Arbitrary<ScriptAction>;
};

export const rules = (named: Named, role: string) =>
  keys(0, 3).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        fc.record({
          key: fc.constant(name),
          when: condition(named),
          do: action(named, role),
          priority: whole(0, 1000),
          once: oneOf(['table', 'revision'] as const),
        }),
      ),
    ),
  );

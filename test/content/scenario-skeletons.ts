/** Skeletons of scenarios made by chance, each of them one that could be published. */
import fc from 'fast-check';
import {
  ClauseStructure,
  CONSENSUS_PRESETS,
  DEBRIEF_STEPS,
  FLOOR_POLICIES,
  Goal,
  GoalStructure,
  OBJECTION_KINDS,
  ObjectionStructure,
  PhaseKind,
  RoleStructure,
  ScenarioStructure,
  STAKEHOLDER_GROUPS,
  TABLE_MODES,
  UNSEAL_POLICIES,
} from '../../src/content/scenario';
import { Named, oneOf, rules, slotsOf, some, whole } from './scenario-rules';
import { keys, text } from './skeletons';

/** Some options, but not every one. */
const few = (options: readonly string[]) => fc.subarray([...options], { minLength: 1, maxLength: options.length - 1 });

const clauses: fc.Arbitrary<ClauseStructure[]> = fc.tuple(keys(1, 3), keys(3, 5)).chain(([names, slots]) =>
  fc
    .tuple(...slots.map((name) => keys(2, 3).chain((options) => oneOf(options).map((start) => ({ key: name, options, start })))))
    .chain((all) =>
      fc.tuple(
        ...names.map((name, index) =>
          fc.record({
            key: fc.constant(name),
            kind: oneOf(['preamble', 'operative', 'recommendation'] as const),
            tabled: index === 0 ? fc.constant(true) : fc.boolean(),
            slots: fc.constant(all.filter((_, at) => at % names.length === index)),
          }),
        ),
      ),
    ),
);

const objections = ({ parties, clauses: all }: Omit<Named, 'objections'>): fc.Arbitrary<ObjectionStructure[]> =>
  keys(0, 4).chain((names) =>
    fc.tuple(
      ...names.map((name) =>
        oneOf(all.flatMap((clause) => clause.slots.map((slot) => ({ clause, slot })))).chain(({ clause, slot }) =>
          fc.record({
            key: fc.constant(name),
            role: oneOf(parties),
            kind: oneOf(OBJECTION_KINDS),
            clause: fc.constant(clause.key),
            slot: fc.constant(slot.key),
            remedy: few(slot.options),
            answers: keys(1, 3).chain((answers) =>
              fc.tuple(...answers.map((each) => fc.record({ key: fc.constant(each), addresses: fc.boolean() }))),
            ),
          }),
        ),
      ),
    ),
  );

const goal = (named: Named): fc.Arbitrary<Goal> =>
  fc.oneof(
    oneOf(slotsOf(named)).chain((slot) =>
      fc.record({ kind: oneOf(['slot', 'red-line'] as const), slot: fc.constant(slot.key), options: few(slot.options) }),
    ),
    oneOf(named.clauses).map((clause) => ({ kind: 'level' as const, clause: clause.key })),
    fc.record({ kind: fc.constant('objection' as const), test: oneOf(['answered-one', 'own-accommodated'] as const) }),
    fc.record({
      kind: fc.constant('process' as const),
      test: oneOf(['spoke-fairly', 'remedy-with-each-objection', 'answered-another-group'] as const),
    }),
    fc.constant({ kind: 'relation' as const, test: 'co-sponsored' as const }),
    fc.constant({ kind: 'learning' as const, test: 'moved-with-reason' as const }),
  );

/** Of all parties each second one wants one option of the first slot, and the others another, so that they pull apart. */
const goals = (named: Named, index: number): fc.Arbitrary<GoalStructure[]> => {
  const slot = slotsOf(named)[0]!;
  const first: Goal = { kind: 'slot', slot: slot.key, options: [slot.options[index % 2]!] };
  return fc
    .tuple(keys(1, 3), fc.array(goal(named), { minLength: 2, maxLength: 2 }), oneOf(['public', 'confidential', 'facilitator'] as const))
    .map(([names, more, visibility]) =>
      names.map((name, at) => ({ key: name, weight: at + 1, visibility, ...(at === 0 ? first : more[at - 1]!) }) as GoalStructure),
    );
};

const party = (named: Named, name: string, index: number): fc.Arbitrary<RoleStructure> =>
  fc.record({
    key: fc.constant(name),
    group: oneOf(STAKEHOLDER_GROUPS),
    seats: fc.tuple(whole(0, 3), whole(0, 3)).map(([min, more]) => ({ min, max: Math.max(min + more, 1) })),
    chair: fc.constant(false),
    playable: index === 0 ? fc.constant(true) : fc.boolean(),
    script: fc.record({
      aspiration: whole(50, 90),
      reservation: whole(-10, 50),
      concede: fc.array(whole(0, 40), { minLength: 1, maxLength: 5 }),
      values: fc
        .tuple(
          ...slotsOf(named).map((slot) =>
            fc.tuple(...slot.options.map((option) => whole(-20, 60).map((value) => [option, value] as const))),
          ),
        )
        .map((all) => Object.fromEntries(all.map((options, at) => [slotsOf(named)[at]!.key, Object.fromEntries(options)]))),
      red: fc.constant(
        named.objections
          .filter((objection) => objection.role === name)
          .map(({ key: objection, slot, remedy }) => ({
            slot,
            options: slotsOf(named)
              .find((each) => each.key === slot)!
              .options.filter((option) => !remedy.includes(option)),
            objection,
          }))
          .filter(({ slot }, at, all) => all.findIndex((each) => each.slot === slot) === at),
      ),
      rules: rules(named, name),
    }),
    goals: goals(named, index),
  });

const PHASES: PhaseKind[] = ['prebrief', 'preparation', 'opening', 'round', 'round', 'last-reading', 'call', 'outcome', 'debrief'];
const OPTIONAL: PhaseKind[] = ['preparation', 'opening', 'last-reading'];

const phases = fc.tuple(keys(9, 9), fc.subarray(OPTIONAL), whole(1, 600), fc.boolean()).map(([names, left, size, clock]) =>
  PHASES.map((kind, at) => ({
    key: names[at]!,
    kind,
    live: clock || kind === 'prebrief' ? { minutes: Math.max(size, 60) } : null,
    async: clock ? { hours: size, quota: at } : null,
  })).filter(({ kind }) => !left.includes(kind)),
);

const named: fc.Arbitrary<Named> = fc
  .tuple(keys(6, 8), clauses)
  .chain(([[chair, ...parties], all]) =>
    objections({ parties, chair: chair!, clauses: all }).map((each) => ({ parties, chair: chair!, clauses: all, objections: each })),
  );

/** Remedies that another red line of the same role crosses are left out. */
const calm = ({ roles, ...rest }: ScenarioStructure): ScenarioStructure => ({
  ...rest,
  roles: roles.map((role) => ({
    ...role,
    script: role.script && {
      ...role.script,
      red: role.script.red.filter((line) =>
        rest.objections.every(
          (objection) =>
            objection.role !== role.key ||
            objection.slot !== line.slot ||
            !objection.remedy.some((option) => line.options.includes(option)),
        ),
      ),
    },
  })),
});

export const scenarioStructure: fc.Arbitrary<ScenarioStructure> = named.chain((all) =>
  fc
    .record({
      engine: fc.constant(1 as const),
      licence: text,
      authors: fc.array(text, { minLength: 1, maxLength: 3 }),
      status: oneOf(['draft', 'piloted', 'published', 'retired'] as const),
      modes: fc
        .subarray([...TABLE_MODES], { minLength: 1 })
        .map((modes) => TABLE_MODES.filter((mode) => mode === 'solo' || modes.includes(mode))),
      minutes: whole(1, 600),
      players: fc
        .tuple(whole(1, 8), whole(0, 8), whole(0, 8))
        .map(([min, more, most]) => ({ min, best: min + more, max: min + more + most })),
      preset: oneOf(CONSENSUS_PRESETS),
      floor: oneOf(FLOOR_POLICIES),
      unseal: oneOf(UNSEAL_POLICIES),
      objectives: keys(1, 3),
      roles: fc
        .tuple(...all.parties.map((name, index) => party(all, name, index)))
        .map((parties): RoleStructure[] => [
          ...parties,
          { key: all.chair, group: 'academia', seats: { min: 1, max: 1 }, chair: true, playable: false, script: null, goals: [] },
        ]),
      clauses: fc.constant(all.clauses),
      phases,
      injects: keys(0, 2).map((names) =>
        names.map((name) => ({ key: name, to: 'all' as const, at: { when: { path: 'round', op: 'gt' as const, value: 1 } } })),
      ),
      objections: fc.constant(all.objections),
      statements: keys(0, 3).chain((names) =>
        fc.tuple(
          ...names.map((name) => fc.record({ key: fc.constant(name), roles: fc.oneof(fc.constant('all' as const), some(all.parties)) })),
        ),
      ),
      prompts: keys(4, 4).map((names) => DEBRIEF_STEPS.map((step, at) => ({ key: names[at]!, step }))),
      sources: whole(1, 11),
    })
    .map(calm),
);

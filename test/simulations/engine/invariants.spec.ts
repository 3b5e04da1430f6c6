import { agreeing } from '../../../src/simulations/engine/consensus';
import { GRACE, phaseOf } from '../../../src/simulations/engine/phases';
import { evolve, EVOLUTIONS } from '../../../src/simulations/engine/evolve';
import { initial } from '../../../src/simulations/engine/initial';
import { isUnsettled } from '../../../src/simulations/engine/settled';
import { UNSEALS } from '../../../src/simulations/engine/commands/debriefing';
import type { TableEvent } from '../../../src/simulations/engine/events';
import type { TableState } from '../../../src/simulations/engine/state';
import { type Generated, generated } from './generated';

const SEED = process.env['SEED'] ?? 'summer';
const TABLES = Array.from({ length: 120 }, (_, n) => generated(`${SEED}-${n}`, 150));

interface Step {
  seed: string;
  before: TableState;
  event: TableEvent;
  after: TableState;
}

function* stepsOf({ seed, events, scenario }: Generated): Generator<Step> {
  let before = initial(scenario);
  for (const event of events) {
    const after = evolve(before, event, scenario);
    yield { seed, before, event, after };
    before = after;
  }
}

const STEPS = TABLES.flatMap((table) => [...stepsOf(table)]);
const of = <T extends TableEvent['type']>(type: T) =>
  STEPS.filter((step): step is Step & { event: Extract<TableEvent, { type: T }> } => step.event.type === type);
/** Steps that break a rule, so that a failure names them. */
const broken = <T extends Step>(list: T[], keeps: (step: T) => boolean) =>
  list.filter((step) => !keeps(step)).map(({ seed, event }) => `${seed}: ${event.seq} ${event.type}`);

describe(`whatever is tried at a table (seed ${SEED})`, () => {
  it('has been tried: every kind of event is among them', () => {
    const seen = new Set(STEPS.map(({ event }) => event.type));
    expect(EVENT_TYPES.filter((type) => !seen.has(type))).toEqual([]);
  });

  it('I1: events are numbered without a gap, and time never goes back', () => {
    expect(broken(STEPS, ({ before, event }) => event.seq === before.seq + 1 && event.at >= before.at)).toEqual([]);
  });

  it('I2: there is one phase and one speaker', () => {
    expect(broken(of('phase-entered'), ({ before, event }) => event.number === before.phase.number + 1)).toEqual([]);
    expect(broken(of('floor-given'), ({ before }) => before.floor.speaking === null)).toEqual([]);
  });

  it('I3: nobody sits on two chairs', () => {
    const persons = ({ seats }: TableState) =>
      Object.values(seats).flatMap(({ holder }) => (holder.kind === 'person' ? [holder.person] : []));
    expect(broken(STEPS, ({ after }) => new Set(persons(after)).size === persons(after).length)).toEqual([]);
  });

  it('I4: a stance is to the text as it reads now', () => {
    const isPresent = ({ clauses }: TableState) =>
      Object.values(clauses).every(({ revision, stances }) => Object.values(stances).every((stance) => stance.revision === revision));
    expect(broken(STEPS, ({ after }) => isPresent(after))).toEqual([]);
    const carried = ({ before, event, after }: Step & { event: { clause: string; class: string } }) => {
      const [was, is] = [before.clauses[event.clause]!, after.clauses[event.clause]!];
      return Object.keys(is.stances).length === (event.class === 'editorial' ? Object.keys(was.stances).length : 0);
    };
    expect(broken(of('clause-revised'), carried)).toEqual([]);
  });

  it('I5: no ruling before an answer by another seat, and none by the chair on its own objection', () => {
    const rulings = of('objection-settled').filter(({ event, before }) => before.objections[event.id]!.role !== event.role);
    expect(rulings.length).toBeGreaterThan(9);
    expect(
      broken(rulings, ({ event, before }) =>
        before.objections[event.id]!.answers.some(({ role }) => role !== before.objections[event.id]!.role),
      ),
    ).toEqual([]);
    expect(broken(rulings, ({ event }) => event.how !== 'withdrawn' && (event.role === 'chair' || event.role === ''))).toEqual([]);
  });

  it('I6: names are given once, and a channel has the members that it began with', () => {
    const names = ({ event }: Step) => ('id' in event && MAKES_A_NAME.includes(event.type) ? [event.id] : []);
    for (const table of TABLES) {
      const all = [...stepsOf(table)].flatMap(names);
      expect(new Set(all).size).toBe(all.length);
    }
    expect(
      broken(of('message-sent'), ({ event }) => [event.audience].flat().join() === [...new Set([event.from, ...event.to])].sort().join()),
    ).toEqual([]);
  });

  it('I7: after the outcome no clause, stance, objection or package changes', () => {
    const text = ({ clauses, objections, amendments, packages, outcome }: TableState) =>
      JSON.stringify([clauses, objections, amendments, packages, outcome]);
    const afterwards = STEPS.filter(({ before }) => before.outcome);
    expect(afterwards.length).toBeGreaterThan(99);
    expect(broken(afterwards, ({ before, after }) => text(before) === text(after))).toEqual([]);
  });

  it('I8: an event of a hum names no seat', () => {
    const hums = [...of('hum-opened'), ...of('hum-closed')];
    const seats = TABLES[0]!.scenario.roles.map(({ key }) => key);
    expect(hums.length).toBeGreaterThan(20);
    expect(
      broken(
        hums,
        ({ event }) => event.by === 'machine' && !seats.some((role) => JSON.stringify({ ...event, words: null }).includes(`"${role}"`)),
      ),
    ).toEqual([]);
  });

  it('I9: nothing is unsealed before the debrief, or wider than announced', () => {
    const { scenario } = TABLES[0]!;
    const keeps = ({ before, event }: Step & { event: { scope: (typeof UNSEALS)['briefs'][number] } }) =>
      phaseOf(before, scenario).kind === 'debrief' && UNSEALS[scenario.unseal].includes(event.scope);
    expect(of('unsealed').length).toBeGreaterThan(9);
    expect(broken(of('unsealed'), keeps)).toEqual([]);
  });

  it('I10: whoever rules, rejects or designates says why', () => {
    const reasoned = [...of('amendment-rejected'), ...of('amendment-accepted'), ...of('assessment-published')];
    expect(broken(reasoned, ({ event }) => event.words !== null)).toEqual([]);
    const rulings = of('objection-settled').filter(({ event, before }) => before.objections[event.id]!.role !== event.role);
    expect(broken(rulings, ({ event }) => event.words !== null)).toEqual([]);
  });

  it('I11: a final level that the evidence does not indicate was explained', () => {
    const explained = ({ before, event }: Step & { event: { clause: string } }) => {
      const { level, indicative, explanation } = before.clauses[event.clause]!.assessment!;
      return level === indicative || explanation !== null;
    };
    expect(of('assessment-final').some(({ before, event }) => before.clauses[event.clause]!.assessment!.explanation !== null)).toBe(true);
    expect(broken(of('assessment-final'), explained)).toEqual([]);
  });

  it('whoever objects stands behind a problem that somebody named', () => {
    const has = ({ before, event }: Step & { event: { clause: string; role: string; stance: string } }) =>
      event.stance !== 'object' ||
      Object.values(before.objections).some(
        (one) => one.clause === event.clause && [one.role, ...one.joined].includes(event.role) && isUnsettled(one, before.objections),
      );
    expect(broken(of('stance-set'), has)).toEqual([]);
  });

  it('an agreement is one on every clause of the table', () => {
    const { preset } = TABLES[0]!.scenario;
    const agreed = of('outcome-recorded').filter(({ event }) => event.outcome === 'agreement');
    expect(agreed.length).toBeGreaterThan(0);
    expect(
      broken(agreed, ({ before }) =>
        Object.values(before.clauses).every(
          ({ state, assessment }) => state !== 'tabled' || (assessment!.final && agreeing(assessment!.level, preset)),
        ),
      ),
    ).toEqual([]);
  });

  it('nobody at the table acts after the time, or while the clock stands, except to be briefed', () => {
    const briefing: TableEvent['type'][] = ['contract-accepted', 'brief-acknowledged', 'consent-set'];
    const late = ({ before, event }: Step) =>
      typeof event.by === 'string' ||
      event.type === 'text-redacted' ||
      (before.paused !== null && briefing.includes(event.type)) ||
      (before.paused === null &&
        (inDebrief(before) || before.phase.deadline === null || event.at <= before.phase.deadline + GRACE[before.mode]));
    const inDebrief = (state: TableState) => phaseOf(state, TABLES[0]!.scenario).kind === 'debrief';
    // A command may bring several events: what counts is how the table stood before the first of them.
    const first = STEPS.filter(({ before, event }) => before.at < event.at);
    expect(broken(first, late)).toEqual([]);
  });

  it('nothing hidden and nothing undefined is in an event', () => {
    expect(broken(STEPS, ({ event }) => JSON.stringify(event).length > 0 && !hasHole(event))).toEqual([]);
  });
});

const EVENT_TYPES = Object.keys(EVOLUTIONS) as TableEvent['type'][];
const MAKES_A_NAME: TableEvent['type'][] = [
  ...(['statement-made', 'amendment-proposed', 'package-offered', 'objection-raised', 'hum-opened', 'hands-opened'] as const),
];

function hasHole(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasHole);
  return value === undefined || (typeof value === 'number' && !Number.isInteger(value));
}

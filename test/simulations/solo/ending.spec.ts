import type { TableEvent } from '../../../src/simulations/engine/events';
import { crossed } from '../../../src/simulations/engine/values';
import { sampleScenario } from '../sample-scenario';
import { anyCommand, dice } from './chance';
import { Run } from './run';

const SEEDS = 300;
const scenario = sampleScenario();
const roles = scenario.roles.filter(({ playable }) => playable).map(({ key }) => key);

/** A person who does whatever comes to their mind, until the end. */
function wild(seed: number): Run {
  const run = new Run(sampleScenario(), roles[seed % roles.length]!).briefed();
  const roll = dice(seed);
  for (let acts = 0; !run.log.state.outcome && acts < 400; acts += 1) run.does(anyCommand(run.view, scenario, run.role, roll));
  return run;
}

describe('whatever a person does', () => {
  const runs = Array.from({ length: SEEDS }, (_, seed) => wild(seed));

  it('the table comes to its end, and the debrief is open', () => {
    const ends: Record<string, number> = {};
    for (const { log } of runs) {
      const { outcome, terms } = log.state.outcome!;
      const end = outcome === 'agreement' ? Object.values(terms).join(' · ') : outcome;
      ends[end] = (ends[end] ?? 0) + 1;
    }
    process.stdout.write(`${SEEDS} people at random, ${runs.reduce((sum, { log }) => sum + log.events.length, 0)} events; their ends:\n`);
    process.stdout.write(
      Object.entries(ends)
        .sort(([, a], [, b]) => b - a)
        .map(([end, times]) => `  ${times} ${end}\n`)
        .join(''),
    );
    expect(runs.every(({ view }) => view.phase.kind === 'debrief')).toBe(true);
    expect(Object.keys(ends).length).toBeGreaterThanOrEqual(3);
    expect(ends['no-agreement']).toBeGreaterThan(0);
  });

  it('events are numbered without a gap, and time never goes back', () => {
    for (const { log } of runs) {
      expect(log.events.map(({ seq }) => seq)).toEqual(log.events.map((_, index) => index + 1));
      expect(log.events.every(({ at }, index) => at >= (log.events[index - 1]?.at ?? 0))).toBe(true);
    }
  });

  it('no script ever supports or lives with a clause of which its own red line is crossed', () => {
    const supported = runs.flatMap(({ log, role }) => stancesAgainstLines(log.events, role));
    expect(supported).toEqual([]);
  });

  it('everything that a script does is explained, to the facilitator alone', () => {
    for (const { log, role } of runs) {
      const moves = log.events.filter((event) => seatOf(event) !== null && seatOf(event) !== role && !FOLLOWS.includes(event.type));
      const explained = log.events.filter((event) => event.type === 'script-explained');
      expect(explained.map((event) => (event.type === 'script-explained' ? event.role : ''))).toEqual(moves.map(seatOf));
      expect(explained.every(({ audience }) => audience === 'facilitator')).toBe(true);
    }
  });

  it('each script proposes one change in a round at most, and one of their changes is taken at its end', () => {
    for (const { log, role } of runs) {
      for (const events of byPhase(log.events)) {
        const proposers = events.flatMap((event) => (event.type === 'amendment-proposed' && event.role !== role ? [event.role] : []));
        expect(new Set(proposers).size).toBe(proposers.length);
        const withPerson = new Set(
          log.events.flatMap((event) => {
            const hasPart = (event.type === 'amendment-proposed' || event.type === 'amendment-seconded') && event.role === role;
            return hasPart ? [event.id] : [];
          }),
        );
        const taken = events.filter((event) => event.type === 'amendment-accepted' && !withPerson.has(event.id));
        expect(taken.length).toBeLessThanOrEqual(1);
      }
    }
  });

  it('the same commands make the same log, byte for byte', () => {
    for (let seed = 0; seed < 20; seed += 1) expect(JSON.stringify(wild(seed).log.events)).toBe(JSON.stringify(runs[seed]!.log.events));
  });
});

/** what comes with another event of the same seat */
const FOLLOWS = ['clause-revised', 'package-taken', 'package-lapsed', 'outcome-recorded'];

function byPhase(events: readonly TableEvent[]): TableEvent[][] {
  const phases: TableEvent[][] = [[]];
  for (const event of events) {
    if (event.type === 'phase-entered') phases.push([]);
    phases.at(-1)!.push(event);
  }
  return phases;
}

function seatOf({ by }: TableEvent): string | null {
  return typeof by === 'string' ? null : by.seat;
}

function stancesAgainstLines(events: readonly TableEvent[], person: string): string[] {
  const text: Record<string, string> = Object.fromEntries(
    scenario.clauses.flatMap(({ slots }) => slots.map(({ key, start }) => [key, start])),
  );
  return events.flatMap((event) => {
    if (event.type === 'clause-revised') Object.assign(text, event.terms);
    if (event.type !== 'stance-set' || event.role === person || event.stance === 'object') return [];
    const script = scenario.roles.find(({ key }) => key === event.role)!.script!;
    const own = scenario.clauses.find(({ key }) => key === event.clause)!.slots.map(({ key }) => key);
    const lines = crossed(script, text);
    const here = lines.some(({ slot }) => own.includes(slot));
    return here || (lines.length && event.stance === 'support') ? [`${event.role} ${event.stance} ${event.clause}`] : [];
  });
}

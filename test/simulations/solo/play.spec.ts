import { MOST_ACTS, MOST_STANCES } from '../../../src/simulations/solo/acts';
import type { Command } from '../../../src/simulations/engine/commands';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { crossed } from '../../../src/simulations/engine/values';
import { view } from '../../../src/simulations/engine/view';
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
  for (const event of events) event.type === 'phase-entered' ? phases.push([event]) : phases.at(-1)!.push(event);
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

const inRound = () => new Run(sampleScenario(), 'operators').briefed().until('round');
const speak: Command = { do: 'speak', words: { key: 'statements.who-is-offline' }, length: 0 };

describe('a run', () => {
  it('begins with the briefing, which has to be read', () => {
    const run = new Run(sampleScenario(), 'operators');
    expect(run.view.phase.kind).toBe('prebrief');
    expect(run.view.seats.map(({ holder }) => holder)).toEqual(['script', 'person', 'script', 'script', 'script', 'script', 'script']);
    expect(run.does({ do: 'be-ready' }).refused?.reason).toBe('simulations.refusal.briefing-first');
    expect(run.briefed().does({ do: 'be-ready' }).view.phase.kind).toBe('preparation');
  });

  it('everybody else has greeted before the person speaks', () => {
    const { view } = new Run(sampleScenario(), 'operators').briefed().until('opening');
    expect(view.statements.map(({ role }) => role)).toEqual(['ministry', 'banks', 'rights', 'techcom', 'hospitals']);
  });

  it('everybody has said where they stand when a round begins', () => {
    const { view } = inRound();
    const stated = view.clauses[0]!.stances.filter(({ stance }) => stance !== null).map(({ role }) => role);
    expect(stated).toEqual(['ministry', 'banks', 'rights', 'techcom', 'hospitals']);
  });

  it('what the person proposes is seconded, taken and answered with stances at once', () => {
    const run = inRound().does({ do: 'amend', clause: 'orders', terms: { duration: 'h24' }, words: null, expectRevision: 1 });
    const [clause] = run.view.clauses;
    expect(clause).toMatchObject({ revision: 2, terms: { authority: 'minister', duration: 'h24' } });
    expect(clause!.stances.filter(({ stance }) => stance === null).map(({ role }) => role)).toEqual(['operators']);
  });

  it.each([
    ['acts', MOST_ACTS, (): Command => speak],
    [
      'stances',
      MOST_STANCES,
      (index: number): Command => ({
        do: 'set-stance',
        clause: 'orders',
        stance: index % 2 ? 'support' : 'live-with',
        words: null,
        expectRevision: 1,
      }),
    ],
  ])('has room for so many %s in a phase, and then goes on', (_, most, command) => {
    const run = inRound();
    for (let index = 0; index < most; index += 1) expect(run.does(command(index)).refused).toBeNull();
    expect(run.does(command(most)).refused).toEqual({ reason: 'simulations.refusal.acts-used', details: { most } });
    expect(run.does({ do: 'be-ready' }).refused).toBeNull();
    expect(run.does(speak).refused).toBeNull();
  });

  it('goes to the last reading when the person asks for the call, whatever round it is', () => {
    const run = inRound().does({ do: 'call-consensus' });
    expect(run.view.phase.kind).toBe('last-reading');
    expect(run.view.amendments.filter(({ state }) => state === 'proposed')).toEqual([]);
  });

  it('can be left at any time after the briefing, and is debriefed all the same', () => {
    const leave: Command = { do: 'close-without-outcome', words: null };
    expect(new Run(sampleScenario(), 'operators').briefed().does(leave).refused?.reason).toBe('simulations.refusal.not-in-phase');
    for (const kind of ['preparation', 'opening', 'round', 'last-reading', 'call', 'outcome'] as const) {
      const { view } = new Run(sampleScenario(), 'operators').briefed().until(kind).does(leave);
      expect([kind, view.phase.kind, view.outcome?.outcome]).toEqual([kind, 'debrief', 'no-agreement']);
    }
  });

  it('shows in the call how far the room is, and answers a challenge', () => {
    const run = inRound().until('call');
    const level = () => run.view.clauses[0]!.assessment!;
    expect(level()).toMatchObject({ iteration: 1, level: 'open-issues', words: { phrase: 'simulations.chair.level-as-recorded' } });
    const challenge = (ref: string): Command => ({ do: 'challenge-assessment', clause: 'orders', words: { ref }, length: 8 });
    expect(run.does(challenge('t1')).refused).toBeNull();
    expect(level()).toMatchObject({ iteration: 2, words: { phrase: 'simulations.chair.challenge-heard' } });
    run.does(challenge('t2'), challenge('t3'), { do: 'be-ready' });
    expect(level()).toMatchObject({ iteration: 3, final: true, challenges: [{ iteration: 1 }, { iteration: 2 }, { iteration: 3 }] });
  });

  it('looks again when the room moves in the call', () => {
    const run = new Run(sampleScenario(), 'techcom').briefed().until('call');
    const objection = run.view.objections.find(({ written }) => written === 'own-judge')!;
    const words = { key: 'objections.own-judge.answers.independent-body' };
    run.does({ do: 'answer-objection', objection: objection.id, kind: 'explains', words, length: 0, answer: 'independent-body' });
    expect(run.view.clauses[0]!.assessment).toMatchObject({ level: 'consensus', words: { phrase: 'simulations.chair.room-has-moved' } });
    expect(run.does({ do: 'be-ready' }, { do: 'be-ready' }).view.outcome).toMatchObject({ outcome: 'agreement' });
  });

  it('stops once more before the outcome, so that who disagrees can say so for the record', () => {
    const run = inRound().until('outcome');
    expect(run.view.outcome).toBeNull();
    run.does({ do: 'file-minority', clause: 'orders', words: { ref: 't1' }, length: 20 }, { do: 'be-ready' });
    expect(run.view).toMatchObject({ phase: { kind: 'debrief' }, outcome: { outcome: 'no-agreement' } });
    expect(run.view.clauses[0]!.minority).toHaveLength(1);
  });

  it('opens what was sealed when it is over, and not before', () => {
    const run = inRound().until('outcome');
    expect([run.view.unsealed, run.view.reasons]).toEqual([[], []]);
    run.does({ do: 'be-ready' });
    expect(run.view.unsealed).toEqual(['briefs', 'channels', 'scripts', 'scores']);
    expect(run.view.reasons.length).toBeGreaterThan(20);
  });

  it('a rule speaks once, or once for each revision of the text', () => {
    const said = (run: Run, key: string) => run.view.statements.filter(({ words }) => 'key' in words && words.key === key).length;
    const run = inRound().until('round', 3);
    run.does({
      do: 'offer-package',
      terms: { authority: 'court', duration: 'h24', notice: 'after' },
      words: null,
      expectText: run.view.textNumber,
    });
    run.does(speak, speak);
    expect(said(run, 'say.opening-ministry')).toBe(1);
    expect(said(run, 'say.ask-speed')).toBeLessThanOrEqual(1);
  });

  it('what comes from outside comes with its phase, or as soon as it is true', () => {
    const run = inRound();
    const known = (role: string) => view(run.log.state, run.log.events, { seat: role }, run.log.scenario).injects.map(({ key }) => key);
    expect(known('banks')).toEqual([]);
    run.does({ do: 'amend', clause: 'orders', terms: { duration: 'h72' }, words: null, expectRevision: 1 });
    expect([known('banks'), known('ministry')]).toEqual([['bank-outage'], []]);
    expect([run.until('round', 2), known('banks')][1]).toEqual(['bank-outage', 'exam-leak']);
  });
});

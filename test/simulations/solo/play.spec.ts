import type { Command } from '../../../src/simulations/engine/commands';
import { view } from '../../../src/simulations/engine/view';
import { MOST_ACTS, MOST_STANCES } from '../../../src/simulations/solo/acts';
import { sampleScenario } from '../sample-scenario';
import { Run } from './run';

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

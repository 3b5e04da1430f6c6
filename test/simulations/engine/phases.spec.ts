import type { Command } from '../../../src/simulations/engine/commands';
import type { TableEvent } from '../../../src/simulations/engine/events';
import { at, HOUR, MINUTE, NOON, Played, seated, withAnnex } from './played';

const words = { ref: 'words' };
const enter = (phase: string, expectPhase: number): Command => ({ do: 'enter-phase', phase, expectPhase });
const types = (events: TableEvent[]) => events.map(({ type }) => type);

describe('entering a phase', () => {
  it.each<[string, string, string[], string[]]>([
    ['from the briefing', 'briefing', ['preparation', 'opening', 'first-round', 'last-reading'], ['briefing', 'call', 'outcome']],
    ['from a round', 'second-round', ['third-round', 'last-reading'], ['first-round', 'opening', 'call', 'outcome']],
    ['from the last reading', 'last-reading', ['call', 'first-round', 'third-round'], ['opening', 'briefing', 'outcome']],
    ['from the call', 'call', ['outcome', 'last-reading', 'second-round'], ['preparation']],
    ['from the outcome', 'outcome', ['call', 'third-round', 'last-reading'], ['opening', 'preparation']],
  ])('%s', (_, from, possible, impossible) => {
    const tried = (phase: string) => at(from).tries('facilitator', enter(phase, at(from).state.phase.number));
    expect(possible.map(tried)).toEqual(possible.map(() => null));
    expect(impossible.map(tried)).toEqual(impossible.map((phase) => (phase === from ? 'already-in-phase' : 'not-next')));
  });

  it.each<[string, Played, Command, string]>([
    ['that somebody else has left already', at('opening'), enter('first-round', 2), 'moved-on'],
    ['that is not there', at('opening'), enter('midnight', 3), 'nothing-here'],
    ['when there is no outcome yet', at('outcome'), enter('debrief', 9), 'outcome-first'],
    ['when it is the debrief, which is the end', debriefed(), enter('call', debriefed().state.phase.number), 'after-outcome'],
    ['when too few have come', new Played().does('machine', opening()), enter('preparation', 1), 'seats-missing'],
  ])('is refused for one %s', (_, table, command, reason) => {
    expect(table.tries('facilitator', command)).toBe(reason);
  });

  it('says which one would be next', () => {
    expect(at('second-round').asks('facilitator', enter('outcome', 5))).toEqual({
      refused: { reason: 'simulations.refusal.not-next', details: { next: 'third-round' } },
    });
  });

  it('leads to the debrief alone when there is an outcome, from wherever it is', () => {
    const table = at('opening').does('facilitator', { do: 'close-without-outcome', words: null });
    expect(table.tries('facilitator', enter('first-round', 3))).toBe('not-next');
    expect(table.enters('debrief').state.phase.key).toBe('debrief');
  });

  it('ends what belonged to the phase before', () => {
    const table = at('first-round');
    table.does('rights', { do: 'join-queue', remote: false }).does('chair', { do: 'give-floor', role: null });
    table.does('banks', { do: 'join-queue', remote: false });
    table.does('rights', { do: 'offer-package', terms: { notice: 'after', authority: 'court' }, words: null, expectText: 1 });
    table
      .does('chair', { do: 'open-hands', words, options: ['yes', 'no'] })
      .does('rights', { do: 'raise-hand', hands: 'n1', option: 'yes' });
    const before = table.events.length;
    table.enters('second-round');
    expect(types(table.events.slice(before))).toEqual([
      'floor-ended',
      'package-lapsed',
      'hands-closed',
      'phase-entered',
      'inject-released',
    ]);
    expect(table.state.floor).toMatchObject({ queue: [], speaking: null });
    expect(table.state.packages['p1']!.state).toBe('lapsed');
    expect(table.last('hands-closed')).toMatchObject({ counts: { yes: 1, no: 0 } });
  });

  it('counts the rounds', () => {
    const rounds = (phase: string) => at(phase).sees('rights').phase;
    expect([rounds('opening'), rounds('first-round'), rounds('third-round'), rounds('call')].map(({ round }) => round)).toEqual([
      0, 1, 3, 3,
    ]);
    expect(rounds('opening')).toMatchObject({ rounds: 3, kind: 'opening', number: 3 });
    expect(at('call').enters('second-round').sees('rights').phase.round).toBe(4);
  });

  it('back to talk lifts the designations, and lets the call be asked for again', () => {
    const table = at('third-round').does('rights', { do: 'call-consensus' }).enters('last-reading').enters('call');
    table.does('chair', { do: 'publish-assessment', clause: 'orders', level: 'not-enough-engagement', words, explanation: null });
    expect(table.state.clauses['orders']!.assessment).not.toBeNull();
    table.enters('third-round');
    expect(table.state.clauses['orders']!.assessment).toBeNull();
    expect(table.tries('rights', { do: 'call-consensus' })).toBeNull();
  });
});

describe('the clock', () => {
  const tick: Command = { do: 'tick' };

  it.each([
    ['at the deadline', 15 * MINUTE, 'first-round'],
    ['at the last moment of the grace', 15 * MINUTE + 5_000, 'first-round'],
    ['a millisecond later', 15 * MINUTE + 5_001, 'second-round'],
  ])('enters the next phase only when nothing counts any more: %s', (_, after, phase) => {
    expect(at('first-round').does('machine', tick, NOON + after).state.phase.key).toBe(phase);
  });

  it('goes one phase at a time, each from when it begins', () => {
    const table = at('first-round').does('machine', tick, NOON + 10 * HOUR);
    expect(table.state.phase).toMatchObject({ key: 'second-round', since: NOON + 10 * HOUR, deadline: NOON + 10 * HOUR + 15 * MINUTE });
  });

  it('moves nobody on alone, or while it stands', () => {
    expect(at('first-round', 'solo').does('machine', tick, NOON + 99 * HOUR).state.phase.key).toBe('first-round');
    expect(
      at('first-round')
        .does('facilitator', { do: 'pause' })
        .does('machine', tick, NOON + 99 * HOUR).state.phase.key,
    ).toBe('first-round');
  });

  it('waits in the briefing for those who are missing', () => {
    const table = new Played().does('machine', opening()).does('machine', tick, NOON + HOUR);
    expect(table.state.phase.key).toBe('briefing');
  });

  it('ends a turn whose time is over', () => {
    const table = at('opening').does('rights', { do: 'join-queue', remote: false }).does('chair', { do: 'give-floor', role: null });
    expect(table.does('machine', tick, NOON + 125_000).state.floor.speaking).toMatchObject({ role: 'rights' });
    expect(table.does('machine', tick, NOON + 125_001).last()).toMatchObject({ type: 'floor-ended', role: 'rights', reason: 'time' });
  });

  it('has an outcome recorded before the debrief, if nobody did: without final levels there is no agreement', () => {
    const table = at('outcome').does('machine', tick, NOON + HOUR);
    expect(types(table.events.slice(-2))).toEqual(['outcome-recorded', 'phase-entered']);
    expect(table.state.outcome).toMatchObject({ outcome: 'no-agreement', levels: {} });
    expect(table.state.phase.key).toBe('debrief');
    expect(table.does('machine', tick, NOON + 99 * HOUR).state.phase.key).toBe('debrief');
  });

  it('lets the levels stand that were published when the time for comments is over', () => {
    const table = at('call').does('chair', {
      do: 'publish-assessment',
      clause: 'orders',
      level: 'not-enough-engagement',
      words,
      explanation: null,
    });
    table.does('rights', { do: 'challenge-assessment', clause: 'orders', words: { ref: 'not so' }, length: 9 });
    table.does('machine', tick, NOON + HOUR);
    expect(table.state.phase.key).toBe('outcome');
    expect(table.state.clauses['orders']!.assessment).toMatchObject({ final: true, challenges: [{ role: 'rights' }] });
    expect(table.state.clauses['safeguards']!.assessment).toBeNull();
  });
});

describe('more time', () => {
  const extend = (minutes: number, expectPhase = 4): Command => ({ do: 'extend-phase', minutes, words: null, expectPhase });

  it.each<[string, Played, Command, string]>([
    ['none', at('first-round'), extend(0), 'nothing-changed'],
    ['half a minute', at('first-round'), extend(0.5), 'nothing-changed'],
    ['for a phase that is over', at('second-round'), extend(5), 'moved-on'],
    ['where nobody counts', at('first-round', 'solo'), extend(5), 'no-clock'],
  ])('is refused: %s', (_, table, command, reason) => {
    expect(table.tries('facilitator', command)).toBe(reason);
  });

  it('counts from the deadline, or from now when that is over', () => {
    expect(at('first-round').does('facilitator', extend(5)).state.phase.deadline).toBe(NOON + 20 * MINUTE);
    expect(at('first-round').does('facilitator', extend(5), NOON + 30 * MINUTE).state.phase.deadline).toBe(NOON + 35 * MINUTE);
  });

  it('can be given while the clock stands', () => {
    const table = at('first-round')
      .does('facilitator', { do: 'pause' }, NOON + 10 * MINUTE)
      .does('facilitator', extend(5), NOON + HOUR);
    table.does('facilitator', { do: 'resume' }, NOON + 2 * HOUR);
    expect(table.state.phase.deadline).toBe(NOON + 2 * HOUR + 10 * MINUTE);
  });
});

describe('a pause', () => {
  it('keeps what was left, and moves everything by as long as it lasted', () => {
    const table = at('first-round').does('rights', { do: 'join-queue', remote: false }).does('chair', { do: 'give-floor', role: null });
    table.does('facilitator', { do: 'pause' }, NOON + 4 * MINUTE);
    expect(table.state.paused).toEqual({ left: 11 * MINUTE, at: NOON + 4 * MINUTE });
    expect(table.sees('rights').paused).toBe(true);
    table.does('facilitator', { do: 'resume' }, NOON + 24 * MINUTE);
    expect(table.state.phase).toMatchObject({ since: NOON + 20 * MINUTE, deadline: NOON + 35 * MINUTE });
    expect(table.state.floor.speaking!.until).toBe(NOON + 22 * MINUTE);
  });

  it('after the end leaves nothing, and where nobody counts there is nothing to keep', () => {
    expect(at('first-round').does('facilitator', { do: 'pause' }, NOON + HOUR).state.paused!.left).toBe(0);
    const alone = at('first-round', 'solo').does('machine', { do: 'pause' });
    expect(alone.state.paused!.left).toBeNull();
    expect(alone.does('machine', { do: 'resume' }).state.phase.deadline).toBeNull();
  });

  it('is not made twice, and not ended where there is none', () => {
    expect(at('opening').tries('facilitator', { do: 'resume' })).toBe('not-paused');
    expect(at('opening').does('facilitator', { do: 'pause' }).tries('facilitator', { do: 'pause' })).toBe('already-paused');
  });

  it('ends with the phase', () => {
    expect(at('opening').does('facilitator', { do: 'pause' }).enters('first-round').state.paused).toBeNull();
  });
});

describe('going on by other means', () => {
  const switchTo = (mode: 'live' | 'async'): Command => ({ do: 'switch-mode', mode });

  it('gives the phase its hours, a day at least, and nobody has to queue', () => {
    const table = at('first-round')
      .does('rights', { do: 'join-queue', remote: false })
      .does('facilitator', switchTo('async'), NOON + MINUTE);
    expect(table.state).toMatchObject({
      mode: 'async',
      phase: { key: 'first-round', deadline: NOON + MINUTE + 48 * HOUR },
      floor: { queue: [] },
    });
    const short = at(
      'opening',
      'live',
      withAnnex({ phases: withAnnex().phases.map((phase) => ({ ...phase, async: { hours: 2, quota: 1 } })) }),
    );
    expect(short.does('facilitator', switchTo('async')).state.phase.deadline).toBe(NOON + 24 * HOUR);
  });

  it('and back gives it its minutes', () => {
    expect(at('first-round', 'async').does('facilitator', switchTo('live')).state.phase.deadline).toBe(NOON + 15 * MINUTE);
  });

  it.each<[string, Played, Command, string]>([
    ['where it goes on like that already', at('opening'), switchTo('live'), 'already-in-mode'],
    ['alone', at('opening', 'solo'), switchTo('live'), 'already-in-mode'],
    ['while the clock stands', at('opening').does('facilitator', { do: 'pause' }), switchTo('async'), 'paused'],
    ['where the scenario is not made for it', at('opening', 'live', withAnnex({ modes: ['live'] })), switchTo('async'), 'mode-not-offered'],
  ])('is refused %s', (_, table, command, reason) => {
    expect(table.tries('facilitator', command)).toBe(reason);
  });
});

function debriefed(): Played {
  return at('opening').does('facilitator', { do: 'close-without-outcome', words: null }).enters('debrief');
}

function opening(): Command {
  return { do: 'open-table', mode: 'live', scenario: 'sample', hash: 'h', seed: 'x' };
}

it('a table is seated by the test as by the product', () => {
  expect(Object.values(seated().state.seats).every(({ contract, briefed }) => contract && briefed)).toBe(true);
});

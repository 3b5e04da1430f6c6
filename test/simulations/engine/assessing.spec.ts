import type { Stance, TableMode } from '../../../src/content/scenario';
import { evidence } from '../../../src/simulations/engine/assessing';
import type { Command } from '../../../src/simulations/engine/commands';
import type { Level, Words } from '../../../src/simulations/engine/events';
import { at, HOUR, MINUTE, NOON, type Played } from './played';

let written = 0;
const own = () => ({ ref: `words-${++written}` });
const publish = (level: Level, explanation: Words | null = null, clause = 'orders'): Command => ({
  do: 'publish-assessment',
  clause,
  level,
  words: own(),
  explanation,
});
const challenge = (length = 9): Command => ({ do: 'challenge-assessment', clause: 'orders', words: own(), length });
const finalise: Command = { do: 'finalise-assessment', clause: 'orders' };
const minority = (length = 9): Command => ({ do: 'file-minority', clause: 'orders', words: own(), length });
const QUIET: Level = 'not-enough-engagement';
const SIDES = ['ministry', 'operators', 'banks', 'rights', 'techcom', 'hospitals'];

function standing(stance: Stance, table = at('call'), clauses = ['orders']): Played {
  for (const clause of clauses)
    for (const role of SIDES)
      table.does(role, { do: 'set-stance', clause, stance, words: null, expectRevision: table.state.clauses[clause]!.revision });
  return table;
}
const published = (mode: TableMode = 'live') => at('call', mode).does('chair', publish(QUIET));
const disputed = () => published().does('rights', challenge());

describe('how far the room is', () => {
  it('is said by the chair beside what the evidence indicates', () => {
    expect(standing('support').does('chair', publish('consensus')).state.clauses['orders']!.assessment).toMatchObject({
      iteration: 1,
      indicative: 'consensus',
      level: 'consensus',
      final: false,
      challenges: [],
    });
  });

  it.each<[string, () => Played, Command, string]>([
    ['otherwise than indicated, without an explanation', () => at('call'), publish('consensus'), 'explanation-needed'],
    ['in a word that the preset does not have', () => at('call'), publish('full-consensus', own()), 'level-unknown'],
    ['without a reason', () => at('call'), { ...publish(QUIET), words: null } as unknown as Command, 'rationale-needed'],
    ['of a clause that waits', () => at('call'), publish(QUIET, null, 'annex'), 'clause-not-on-the-table'],
    ['of a clause that is not there', () => at('call'), publish(QUIET, null, '__proto__'), 'clause-not-on-the-table'],
    ['again, when nobody disputes it', () => published(), publish(QUIET), 'nothing-changed'],
    ['a fourth time', thrice, publish(QUIET), 'no-more-iterations'],
    ['when it is final', () => afterComments(published()).does('chair', finalise), publish(QUIET), 'already-final'],
  ])('is refused %s', (_, table, command, reason) => {
    expect(table().tries('chair', command)).toBe(reason);
  });

  it('may be said otherwise with an explanation, which stays', () => {
    const table = afterComments(at('call').does('chair', publish('consensus', own()))).does('chair', finalise);
    expect(table.state.clauses['orders']!.assessment).toMatchObject({
      indicative: QUIET,
      level: 'consensus',
      explanation: { ref: expect.any(String) },
    });
  });

  it('is said again when it was disputed, when the room has moved, or when the chair thinks again', () => {
    expect(disputed().tries('chair', publish(QUIET))).toBeNull();
    expect(standing('support', published()).tries('chair', publish('consensus'))).toBeNull();
    expect(published().tries('chair', publish('consensus', own()))).toBeNull();
  });
});

describe('a challenge', () => {
  it.each<[string, () => Played, string, Command, string]>([
    ['before anything was said', () => at('call'), 'rights', challenge(), 'not-published'],
    ['in three words', published, 'rights', challenge(3), 'too-short'],
    ['twice to the same', disputed, 'rights', challenge(), 'already-said'],
    ['by the chair', published, 'chair', challenge(), 'chair-takes-no-side'],
    ['when it is final', () => afterComments(published()).does('chair', finalise), 'rights', challenge(), 'already-final'],
  ])('is refused %s', (_, table, actor, command, reason) => {
    expect(table().tries(actor, command)).toBe(reason);
  });

  it('is to one publication: the next can be disputed again, and all of them are kept', () => {
    const table = disputed().does('chair', publish(QUIET)).does('rights', challenge());
    expect(table.state.clauses['orders']!.assessment!.challenges.map(({ iteration }) => iteration)).toEqual([1, 2]);
  });
});

describe('a level is final', () => {
  it.each<[TableMode, number]>([
    ['live', 5 * MINUTE],
    ['async', 48 * HOUR],
    ['solo', 0],
  ])('when the time for comments is over: %s', (mode, wait) => {
    const table = mode === 'solo' ? at('call', mode).does('machine', publish(QUIET)) : published(mode);
    if (wait) expect(table.tries('facilitator', finalise, NOON + wait - 1)).toBe('comment-window');
    expect(table.tries('facilitator', finalise, NOON + wait)).toBeNull();
    expect(table.state.clauses['orders']!.assessment!.final).toBe(true);
  });

  it.each<[string, () => Played, string]>([
    ['before anything was said', () => at('call'), 'not-published'],
    ['twice', () => afterComments(published()).does('chair', finalise), 'already-final'],
    ['while a challenge waits for an answer', () => afterComments(disputed()), 'challenge-first'],
    ['when the room has moved since', () => afterComments(standing('support', published())), 'moved-on'],
  ])('and not %s', (_, table, reason) => {
    const found = table();
    expect(found.tries('facilitator', finalise)).toBe(reason);
  });

  it('after the third time, whatever is disputed', () => {
    const table = thrice().does('rights', challenge());
    expect(afterComments(table).tries('chair', finalise)).toBeNull();
    expect(table.state.clauses['orders']!.assessment!.challenges).toHaveLength(3);
  });
});

describe('a minority', () => {
  it.each<[string, () => Played, string, Command, string | null]>([
    ['says so for the record when the level is final', final, 'rights', minority(), null],
    ['not before', published, 'rights', minority(), 'not-final'],
    ['not in three words', final, 'rights', minority(3), 'too-short'],
    ['not twice', () => final().does('rights', minority()), 'rights', minority(), 'already-filed'],
    ['not as the chair', final, 'chair', minority(), 'chair-takes-no-side'],
    ['not of a clause that waits', final, 'rights', { ...minority(), clause: 'annex' } as Command, 'clause-not-on-the-table'],
    ['also while the outcome is written', () => final().enters('outcome'), 'rights', minority(), null],
  ])('%s', (_, table, actor, command, refused) => {
    expect(table().tries(actor, command)).toBe(refused);
  });
});

describe('the evidence', () => {
  const of = (table: Played, clause = 'orders', now = table.now) => evidence(table.state, clause, now, table.scenario);

  it('is of the seats that take a side, silent ones too, and not of empty ones', () => {
    const table = at('call').does('rights', { do: 'set-stance', clause: 'orders', stance: 'support', words: null, expectRevision: 1 });
    table.does('facilitator', { do: 'take-seat', role: 'banks', holder: { kind: 'vacant' } });
    expect(of(table).seats.map(({ role, stance }) => [role, stance])).toEqual([
      ['ministry', null],
      ['operators', null],
      ['rights', 'support'],
      ['techcom', null],
      ['hospitals', null],
    ]);
  });

  it.each<[string, () => Played, string, number]>([
    ['every round and the last one', () => at('call'), 'orders', 4],
    ['not the opening', () => at('opening'), 'orders', 0],
    [
      'from when it was tabled',
      () => at('third-round').does('rights', { do: 'table-clause', clause: 'annex' }).enters('last-reading'),
      'annex',
      2,
    ],
    ['none while it waits', () => at('call'), 'annex', 0],
    ['rounds that were left out do not count', () => at('first-round').enters('last-reading'), 'orders', 2],
  ])('counts readings: %s', (_, table, clause, readings) => {
    expect(of(table(), clause).readings).toBe(readings);
  });

  it.each<[string, () => Played, number, boolean]>([
    ['not in a round', () => at('third-round'), HOUR, false],
    ['not before the time', () => at('call'), 5 * MINUTE + 5_000, false],
    ['when the time is over', () => at('call'), 5 * MINUTE + 5_001, true],
    ['at once where nobody counts', () => at('call', 'solo'), 0, true],
    ['at the outcome', () => at('outcome'), 0, true],
  ])('says whether the call is closed: %s', (_, table, after, closed) => {
    expect(of(table(), 'orders', NOON + after).callClosed).toBe(closed);
  });
});

describe('the outcome', () => {
  const adopt: Command = { do: 'adopt-outcome' };
  const finished = (level: Level = 'consensus') => {
    const table = standing('support', at('call'), ['orders', 'safeguards']);
    for (const clause of ['orders', 'safeguards']) table.does('chair', publish(clause === 'orders' ? level : 'consensus', own(), clause));
    return table.enters('outcome');
  };

  it('is an agreement when every clause on the table has a final level that counts as one', () => {
    const table = finished().does('chair', adopt);
    expect(table.state.outcome).toMatchObject({
      outcome: 'agreement',
      levels: { orders: 'consensus', safeguards: 'consensus' },
      terms: { authority: 'minister', duration: 'none', notice: 'secret', liability: 'operator' },
    });
    expect(Object.values(table.state.clauses).map(({ state }) => state)).toEqual(['adopted', 'adopted', 'held']);
  });

  it('is none when one of them has not', () => {
    const table = finished('no-base-of-support');
    expect(table.does('chair', adopt).state.outcome).toMatchObject({ outcome: 'no-agreement', levels: { orders: 'no-base-of-support' } });
    expect(table.state.clauses['orders']!.state).toBe('tabled');
  });

  it.each<[string, () => Played, string, Command, string]>([
    ['while a clause has no final level', () => at('outcome'), 'chair', adopt, 'not-final'],
    ['twice', () => finished().does('chair', adopt), 'chair', adopt, 'after-outcome'],
    ['by a seat that takes a side', finished, 'rights', adopt, 'chair-only'],
    [
      'by ending the talk, at a table with others',
      () => at('first-round'),
      'rights',
      { do: 'close-without-outcome', words: null },
      'chair-only',
    ],
    ['by ending what has not begun', () => at('briefing'), 'chair', { do: 'close-without-outcome', words: null }, 'not-in-phase'],
  ])('is refused %s', (_, table, actor, command, reason) => {
    expect(table().tries(actor, command)).toBe(reason);
  });

  it.each(['chair', 'facilitator'])('is no agreement when %s ends the talk', (actor) => {
    const table = at('second-round').does(actor, { do: 'close-without-outcome', words: own() });
    expect(table.state.outcome).toMatchObject({ outcome: 'no-agreement', levels: {}, words: { ref: expect.any(String) } });
  });

  it('is for whoever plays alone to end', () => {
    expect(at('opening', 'solo').tries('rights', { do: 'close-without-outcome', words: null })).toBeNull();
  });

  it('closes packages that wait for answers', () => {
    const table = at('first-round').does('rights', { do: 'offer-package', terms: { notice: 'after' }, words: null, expectText: 1 });
    expect(table.does('chair', { do: 'close-without-outcome', words: null }).state.packages['p1']!.state).toBe('lapsed');
  });
});

function afterComments(table: Played): Played {
  return Object.assign(table, { now: table.now + 5 * MINUTE });
}

function final(): Played {
  return afterComments(published()).does('chair', finalise);
}

function thrice(): Played {
  return disputed().does('chair', publish(QUIET)).does('rights', challenge()).does('chair', publish(QUIET));
}

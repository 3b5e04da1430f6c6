import type { TableMode } from '../../../src/content/scenario';
import type { Command } from '../../../src/simulations/engine/commands';
import type { Ruling } from '../../../src/simulations/engine/events';
import { at, HOUR, MINUTE, NOON, type Played } from './played';

let written = 0;
const own = () => ({ ref: `words-${++written}` });
type Raise = Extract<Command, { do: 'raise-objection' }>;
const raise = (changes: Partial<Raise> = {}): Raise => ({
  do: 'raise-objection',
  clause: 'orders',
  kind: 'rights',
  words: own(),
  length: 12,
  written: null,
  remedy: null,
  ...changes,
});
const judge = (): Raise => raise({ written: 'own-judge', words: { key: 'objections.own-judge.problem' }, length: 0 });
const answer = (key: string | null = null, length = 9, objection = 'o1'): Command => ({
  do: 'answer-objection',
  objection,
  kind: 'explains',
  words: own(),
  length,
  answer: key,
});
const withdraw = (objection = 'o1'): Command => ({ do: 'withdraw-objection', objection, words: null });
const rule = (ruling: Ruling, expectVersion = 2, of: string | null = null, objection = 'o1'): Command => ({
  do: 'rule-objection',
  objection,
  ruling,
  words: own(),
  of,
  expectVersion,
});
const raised = (mode: TableMode = 'live') => at('first-round', mode).does('rights', judge());
const answered = (mode: TableMode = 'live') => raised(mode).does('ministry', answer('independent-body'));
const court: Command = { do: 'amend', clause: 'orders', terms: { authority: 'court' }, words: null, expectRevision: 1 };
const withCourt = (table: Played) =>
  table
    .does('techcom', court)
    .does('chair', { do: 'accept-amendment', amendment: 'a1', words: own(), expectRevision: 1, class: 'substantive' });
const later = (table: Played, milliseconds: number) => Object.assign(table, { now: table.now + milliseconds });

describe('an objection', () => {
  it('has a name, a kind, a problem and what would settle it', () => {
    expect(raised().state.objections['o1']).toMatchObject({
      role: 'rights',
      clause: 'orders',
      revision: 1,
      kind: 'legal',
      state: 'open',
      version: 1,
      remedy: { slot: 'authority', options: ['court'] },
    });
    const free = at('first-round').does('rights', raise({ remedy: { slot: 'duration', options: ['h24', 'ban'] } }));
    expect(free.state.objections['o1']).toMatchObject({ kind: 'rights', remedy: { slot: 'duration', options: ['h24', 'ban'] } });
  });

  it.each<[string, Raise, string]>([
    ['in three words', raise({ length: 3 }), 'too-short'],
    ['to a clause that waits to be tabled', raise({ clause: 'annex' }), 'clause-not-on-the-table'],
    ['to a clause that is not there', raise({ clause: 'nothing' }), 'clause-not-on-the-table'],
    ['with a remedy in another clause', raise({ remedy: { slot: 'notice', options: ['after'] } }), 'nothing-here'],
    ['with a remedy that is not there', raise({ remedy: { slot: 'duration', options: ['soon'] } }), 'nothing-here'],
    ['with a remedy without options', raise({ remedy: { slot: 'duration', options: [] } }), 'nothing-here'],
    ["with another role's problem", raise({ written: 'no-ban' }), 'nothing-here'],
    ['with a problem of another clause', raise({ written: 'no-secrets' }), 'nothing-here'],
    ['with a problem that nobody wrote', raise({ written: 'weather' }), 'nothing-here'],
    ["in another role's words", raise({ words: { key: 'objections.no-ban.problem' } }), 'not-agreed-words'],
  ])('is not raised %s', (_, command, reason) => {
    expect(at('first-round').tries('rights', command)).toBe(reason);
  });

  it('takes four words', () => {
    expect(at('first-round').tries('rights', raise({ length: 4 }))).toBeNull();
  });

  it('of the scenario stands once, and comes back only when the clause has changed', () => {
    const table = answered();
    expect(table.tries('rights', judge())).toBe('already-raised');
    table.does('rights', withdraw());
    expect(table.tries('rights', judge())).toBe('already-settled');
    const other: Command = { do: 'amend', clause: 'orders', terms: { authority: 'regulator' }, words: null, expectRevision: 1 };
    table
      .does('banks', other)
      .does('chair', { do: 'accept-amendment', amendment: 'a1', words: own(), expectRevision: 1, class: 'substantive' });
    expect(table.tries('rights', judge())).toBeNull();
    expect(table.state.objections['o2']).toMatchObject({ state: 'open', revision: 2 });
  });

  it('may come back when the text has met it and somebody wants to take that away', () => {
    const table = withCourt(answered()).does('rights', withdraw());
    expect(table.tries('rights', judge())).toBeNull();
  });

  it.each<[string, string, string | null]>([
    ['by another seat', 'banks', null],
    ['by whoever raised it', 'rights', 'not-by-its-owner'],
    ['by the chair', 'chair', 'chair-takes-no-side'],
  ])('is joined %s', (_, actor, refused) => {
    const table = at('first-round')
      .does('banks', raise({ clause: 'safeguards' }))
      .does('rights', judge())
      .does('techcom', raise());
    expect(table.tries(actor, { do: 'join-objection', objection: 'o2' })).toBe(refused);
  });

  it('is joined once, and not when it is settled', () => {
    const table = raised().does('banks', { do: 'join-objection', objection: 'o1' }).does('techcom', raise());
    expect(table.tries('banks', { do: 'join-objection', objection: 'o1' })).toBe('already-joined');
    expect(table.tries('banks', { do: 'join-objection', objection: 'o9' })).toBe('nothing-here');
    table.does('rights', withdraw());
    expect(table.tries('operators', { do: 'join-objection', objection: 'o1' })).toBe('already-settled');
  });
});

describe('an answer', () => {
  it('is another seat’s, the chair’s too', () => {
    expect(answered().state.objections['o1']).toMatchObject({
      state: 'answered',
      version: 2,
      answers: [{ role: 'ministry', answer: 'independent-body' }],
    });
    expect(raised().tries('chair', answer())).toBeNull();
  });

  it.each<[string, string, Command, string]>([
    ['by whoever raised it', 'rights', answer(), 'not-by-its-owner'],
    ['by whoever stands behind it', 'banks', answer(), 'not-by-its-owner'],
    ['in three words', 'ministry', answer(null, 3), 'too-short'],
    ['with an argument that nobody wrote', 'ministry', answer('weather'), 'nothing-here'],
    ['with an argument against another problem', 'ministry', answer('sealed-register'), 'nothing-here'],
    ['to nothing', 'ministry', answer(null, 9, 'o9'), 'nothing-here'],
  ])('is refused %s', (_, actor, command, reason) => {
    expect(raised().does('banks', { do: 'join-objection', objection: 'o1' }).tries(actor, command)).toBe(reason);
  });

  it('needs no words of one’s own when it is one of the written ones, and each of those is given once', () => {
    const table = raised().does('ministry', answer('independent-body', 0));
    expect(table.tries('banks', answer('independent-body', 0))).toBe('already-answered');
    expect(table.tries('banks', answer('minister-is-elected', 0))).toBeNull();
  });

  it('comes too late when the objection is settled', () => {
    const table = answered().does('techcom', raise()).does('rights', withdraw());
    expect(table.tries('banks', answer())).toBe('already-settled');
  });
});

describe('withdrawing', () => {
  it('is for whoever raised it', () => {
    const table = answered().does('banks', raise());
    expect(table.tries('banks', withdraw('o1'))).toBe('not-yours');
    expect(table.tries('rights', withdraw('o1'))).toBeNull();
    expect(table.state.objections['o1']).toMatchObject({ state: 'withdrawn', settledBy: 'rights', capitulation: false });
  });

  it('with nobody’s answer is for the debrief to ask about', () => {
    expect(raised().does('rights', withdraw()).state.objections['o1']!.capitulation).toBe(true);
  });

  it('with the remedy in the text says that the text has met it', () => {
    expect(withCourt(raised()).does('rights', withdraw()).state.objections['o1']).toMatchObject({
      state: 'accommodated',
      capitulation: false,
    });
  });

  it('is possible when it was upheld, and not twice', () => {
    const table = answered().does('chair', rule('upheld')).does('rights', withdraw());
    expect(table.state.objections['o1']!.state).toBe('withdrawn');
    expect(table.tries('rights', withdraw())).toBe('already-settled');
  });
});

describe('a ruling', () => {
  it.each<[string, () => Played, string, Command, string]>([
    ['before an answer', raised, 'chair', rule('out-of-scope', 1), 'answer-first'],
    ['on what has changed since', answered, 'chair', rule('upheld', 1), 'moved-on'],
    ['without a reason', answered, 'chair', { ...rule('upheld'), words: null } as unknown as Command, 'rationale-needed'],
    ['by a seat that takes a side', answered, 'ministry', rule('upheld'), 'chair-only'],
    ['that it was met, when nothing has changed', answered, 'chair', rule('accommodated'), 'not-revised-since'],
    ['that it repeats nothing', answered, 'chair', rule('duplicate'), 'nothing-here'],
    ['that it repeats itself', answered, 'chair', rule('duplicate', 2, 'o1'), 'nothing-here'],
    [
      'that it repeats one to another clause',
      () => answered().does('banks', raise({ clause: 'safeguards' })),
      'chair',
      rule('duplicate', 2, 'o2'),
      'nothing-here',
    ],
    ['on what is upheld already', () => answered().does('chair', rule('upheld')), 'chair', rule('upheld', 3), 'already-settled'],
    ['in the rough, before the time to reply is over', answered, 'chair', rule('in-the-rough'), 'reply-window'],
  ])('is refused %s', (_, table, actor, command, reason) => {
    expect(table().tries(actor, command)).toBe(reason);
  });

  it('on the chair’s own objection is for the facilitator', () => {
    const table = at('first-round')
      .does('chair', raise())
      .does('rights', answer())
      .does('banks', raise())
      .does('rights', answer(null, 9, 'o2'));
    expect(table.tries('chair', rule('out-of-scope'))).toBe('not-by-its-owner');
    expect(table.tries('facilitator', rule('out-of-scope'))).toBeNull();
  });

  it.each<[TableMode, number]>([
    ['live', 2 * MINUTE],
    ['async', 24 * HOUR],
    ['solo', 0],
  ])('in the rough waits for a reply: %s', (mode, wait) => {
    const table =
      mode === 'solo' ? at('first-round', mode).does('rights', judge()).does('ministry', answer('independent-body')) : answered(mode);
    if (wait) expect(table.tries('facilitator', rule('in-the-rough'), NOON + wait - 1)).toBe('reply-window');
    expect(table.tries('facilitator', rule('in-the-rough'), NOON + wait)).toBeNull();
    expect(table.state.objections['o1']).toMatchObject({ state: 'in-the-rough', settledAt: NOON + wait });
  });

  it('in the rough need not wait when the objector has replied', () => {
    const table = later(answered('async'), 1000).does('rights', { do: 'speak', words: own(), length: 20 });
    expect(table.tries('chair', rule('in-the-rough'))).toBeNull();
  });

  it('that it was met takes a change of the clause since', () => {
    expect(withCourt(answered()).tries('chair', rule('accommodated'))).toBeNull();
    expect(withCourt(answered().does('chair', rule('upheld'))).tries('chair', rule('accommodated', 3))).toBeNull();
  });

  it('that it repeats another makes no circle', () => {
    const table = answered()
      .does('banks', raise())
      .does('ministry', answer(null, 9, 'o2'));
    table.does('chair', rule('duplicate', 2, 'o2'));
    expect(table.state.objections['o1']).toMatchObject({ state: 'duplicate', of: 'o2' });
    expect(table.tries('chair', rule('duplicate', 2, 'o1', 'o2'))).toBe('nothing-here');
  });
});

describe('a stance', () => {
  const stance = (how: 'support' | 'object', expectRevision = 1): Command => ({
    do: 'set-stance',
    clause: 'orders',
    stance: how,
    words: null,
    expectRevision,
  });

  it('is to the text as it reads now, and is asked for again when that changes', () => {
    const table = at('first-round').does('rights', stance('support'));
    expect(table.tries('rights', stance('support'))).toBe('already-said');
    expect(table.tries('rights', { ...stance('support'), words: own() } as Command)).toBeNull();
    expect(table.tries('rights', stance('support', 2))).toBe('moved-on');
    withCourt(table);
    expect(table.sees('banks').clauses[0]!.stances.find(({ role }) => role === 'rights')).toEqual({
      role: 'rights',
      stance: null,
      words: null,
    });
    expect(table.tries('rights', stance('support', 1))).toBe('moved-on');
    expect(table.tries('rights', stance('support', 2))).toBeNull();
    expect(table.state.clauses['orders']!.stanceHistory.map(({ revision }) => revision)).toEqual([1, 1, 2]);
  });

  it.each<[string, () => Played, string, string | null]>([
    ['nobody has named a problem', () => at('first-round'), 'rights', 'objection-first'],
    ['it is one’s own', raised, 'rights', null],
    ['it is somebody else’s', raised, 'banks', 'objection-first'],
    ['one stands behind it', () => raised().does('banks', { do: 'join-objection', objection: 'o1' }), 'banks', null],
    ['it is settled', () => answered().does('rights', withdraw()), 'rights', 'objection-first'],
    ['it was upheld', () => answered().does('chair', rule('upheld')), 'rights', null],
    [
      'it repeats one that stands',
      () =>
        answered()
          .does('techcom', raise())
          .does('chair', rule('duplicate', 2, 'o2')),
      'rights',
      null,
    ],
    [
      'it repeats one that is settled',
      () =>
        answered()
          .does('techcom', raise())
          .does('chair', rule('duplicate', 2, 'o2'))
          .does('techcom', withdraw('o2')),
      'rights',
      'objection-first',
    ],
  ])('of objecting, when %s', (_, table, role, refused) => {
    expect(table().tries(role, stance('object'))).toBe(refused);
  });

  it('is not the chair’s, and not to a clause that waits', () => {
    expect(at('first-round').tries('chair', stance('support'))).toBe('chair-takes-no-side');
    expect(at('first-round').tries('rights', { ...stance('support'), clause: 'annex' } as Command)).toBe('clause-not-on-the-table');
  });
});

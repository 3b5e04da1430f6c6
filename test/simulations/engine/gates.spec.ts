import type { PhaseKind } from '../../../src/content/scenario';
import type { Command, CommandName } from '../../../src/simulations/engine/commands';
import { RULES } from '../../../src/simulations/engine/commands/rules';
import { ALLOWED } from '../../../src/simulations/engine/phases';
import { at, MINUTE, NOON, Played, seated } from './played';

const words = { ref: 'words' };
/** One of every kind; their particulars are wrong on purpose, for here only the gate is asked. */
const ONE: { [K in CommandName]: Extract<Command, { do: K }> } = {
  'open-table': { do: 'open-table', mode: 'live', scenario: 's', hash: 'h', seed: 'x' },
  'take-seat': { do: 'take-seat', role: 'nobody', holder: { kind: 'vacant' } },
  'accept-contract': { do: 'accept-contract' },
  'acknowledge-brief': { do: 'acknowledge-brief' },
  'set-consent': { do: 'set-consent', purposes: ['nothing'] },
  'note-position': { do: 'note-position', words },
  'be-ready': { do: 'be-ready' },
  'enter-phase': { do: 'enter-phase', phase: 'nowhere', expectPhase: -1 },
  'extend-phase': { do: 'extend-phase', minutes: 0, words: null, expectPhase: -1 },
  pause: { do: 'pause' },
  resume: { do: 'resume' },
  'switch-mode': { do: 'switch-mode', mode: 'live' },
  'join-queue': { do: 'join-queue', remote: false },
  'leave-queue': { do: 'leave-queue' },
  'give-floor': { do: 'give-floor', role: 'nobody' },
  'end-turn': { do: 'end-turn' },
  speak: { do: 'speak', words, length: 9 },
  'send-message': { do: 'send-message', to: [], words },
  'table-clause': { do: 'table-clause', clause: 'nothing' },
  amend: { do: 'amend', clause: 'nothing', terms: {}, words: null, expectRevision: -1 },
  'second-amendment': { do: 'second-amendment', amendment: 'a0' },
  'accept-amendment': { do: 'accept-amendment', amendment: 'a0', words, expectRevision: -1, class: 'substantive' },
  'reject-amendment': { do: 'reject-amendment', amendment: 'a0', words },
  'promote-amendment': { do: 'promote-amendment', amendment: 'a0', words },
  'offer-package': { do: 'offer-package', terms: {}, words: null, expectText: -1 },
  'answer-package': { do: 'answer-package', package: 'p0', accepts: true, hurts: null },
  'set-stance': { do: 'set-stance', clause: 'nothing', stance: 'support', words: null, expectRevision: -1 },
  'raise-objection': { do: 'raise-objection', clause: 'nothing', kind: 'legal', words, length: 9, written: null, remedy: null },
  'join-objection': { do: 'join-objection', objection: 'o0' },
  'answer-objection': { do: 'answer-objection', objection: 'o0', kind: 'explains', words, length: 9, answer: null },
  'withdraw-objection': { do: 'withdraw-objection', objection: 'o0', words: null },
  'rule-objection': { do: 'rule-objection', objection: 'o0', ruling: 'upheld', words, of: null, expectVersion: 1 },
  'call-consensus': { do: 'call-consensus' },
  'open-hum': { do: 'open-hum', words, options: [] },
  'close-hum': { do: 'close-hum', hum: 'h0', ballots: [], present: 0 },
  'open-hands': { do: 'open-hands', words, options: [] },
  'raise-hand': { do: 'raise-hand', hands: 'n0', option: null },
  'close-hands': { do: 'close-hands', hands: 'n0' },
  'publish-assessment': { do: 'publish-assessment', clause: 'nothing', level: 'consensus', words, explanation: null },
  'challenge-assessment': { do: 'challenge-assessment', clause: 'nothing', words, length: 9 },
  'finalise-assessment': { do: 'finalise-assessment', clause: 'nothing' },
  'file-minority': { do: 'file-minority', clause: 'nothing', words, length: 9 },
  'release-inject': { do: 'release-inject', inject: 'nothing' },
  'cancel-inject': { do: 'cancel-inject', inject: 'nothing' },
  nudge: { do: 'nudge', to: 'nobody', words },
  annotate: { do: 'annotate', words },
  'adopt-outcome': { do: 'adopt-outcome' },
  'close-without-outcome': { do: 'close-without-outcome', words: null },
  unseal: { do: 'unseal', scope: 'briefs' },
  redact: { do: 'redact', ref: 'nothing' },
  'finish-debrief': { do: 'finish-debrief' },
  'explain-script': { do: 'explain-script', role: 'nobody', move: '', why: { by: 'rule', of: null, utility: null, threshold: null } },
  tick: { do: 'tick' },
};
const NAMES = Object.keys(ONE) as CommandName[];
const givers: Record<string, string> = { facilitator: 'facilitator', machine: 'machine', chair: 'chair' };
const giverOf = (name: CommandName) => givers[RULES[name].who] ?? 'rights';

/** What people can do in each kind of phase, beside what a facilitator can do in all of them. */
const SEATS: Record<PhaseKind, string> = {
  prebrief: 'accept-contract acknowledge-brief be-ready note-position redact set-consent take-seat',
  preparation:
    'accept-contract acknowledge-brief be-ready close-without-outcome note-position redact send-message set-consent take-seat close-hum close-hands',
  opening:
    'accept-contract acknowledge-brief be-ready close-without-outcome end-turn give-floor join-queue leave-queue redact send-message speak take-seat close-hum close-hands',
  round:
    'accept-amendment accept-contract acknowledge-brief amend answer-objection answer-package be-ready call-consensus close-hands close-hum close-without-outcome end-turn give-floor join-objection join-queue leave-queue offer-package open-hands open-hum promote-amendment raise-hand raise-objection redact reject-amendment rule-objection second-amendment send-message set-stance speak table-clause take-seat withdraw-objection',
  'last-reading':
    'accept-amendment accept-contract acknowledge-brief answer-objection be-ready close-hands close-hum close-without-outcome join-objection raise-objection redact rule-objection send-message set-stance take-seat withdraw-objection',
  call: 'accept-contract acknowledge-brief answer-objection be-ready challenge-assessment close-hands close-hum close-without-outcome file-minority finalise-assessment join-objection publish-assessment redact rule-objection set-stance take-seat withdraw-objection',
  outcome: 'adopt-outcome close-hands close-hum close-without-outcome file-minority redact',
  debrief: 'close-hands close-hum finish-debrief redact set-consent',
};
const FACILITATORS = NAMES.filter((name) => RULES[name].who === 'facilitator' || RULES[name].who === 'machine');

function debriefed(): Played {
  return at('call').does('facilitator', { do: 'close-without-outcome', words: null }).enters('debrief');
}
const inPhase = (kind: PhaseKind, key: string) => (kind === 'debrief' ? debriefed() : at(key));
const KINDS: [PhaseKind, string][] = [
  ['prebrief', 'briefing'],
  ['preparation', 'preparation'],
  ['opening', 'opening'],
  ['round', 'second-round'],
  ['last-reading', 'last-reading'],
  ['call', 'call'],
  ['outcome', 'outcome'],
  ['debrief', 'debrief'],
];

describe('what belongs to a phase', () => {
  it.each(KINDS)('%s: is what people can do in it, and nothing else', (kind) => {
    const allowed = [...ALLOWED[kind]].filter((name) => !FACILITATORS.includes(name)).sort();
    expect(allowed).toEqual(SEATS[kind].split(' ').sort());
  });

  it.each(KINDS)('%s: whatever else is tried is refused for the phase alone', (kind, key) => {
    const table = inPhase(kind, key);
    for (const name of NAMES.filter((one) => one !== 'open-table' && !ALLOWED[kind].has(one))) {
      expect([name, table.tries(giverOf(name), ONE[name])]).toEqual([name, 'not-in-phase']);
    }
  });

  it.each(KINDS)('%s: what belongs to it is not refused for the phase', (kind, key) => {
    for (const name of NAMES.filter((one) => ALLOWED[kind].has(one)))
      expect([name, inPhase(kind, key).tries(giverOf(name), ONE[name])]).not.toEqual([name, 'not-in-phase']);
  });

  it('is nothing but the debrief when there is an outcome', () => {
    const table = at('first-round').does('facilitator', { do: 'close-without-outcome', words: null });
    for (const name of ['speak', 'amend', 'set-stance', 'be-ready', 'call-consensus', 'close-without-outcome'] as const)
      expect([name, table.tries('rights', ONE[name])]).toEqual([name, 'after-outcome']);
    for (const name of ['accept-amendment', 'release-inject', 'take-seat'] as const)
      expect([name, table.tries('facilitator', ONE[name])]).toEqual([name, 'after-outcome']);
    expect(table.tries('facilitator', { do: 'annotate', words })).toBeNull();
  });
});

describe('who may', () => {
  const table = at('second-round');
  const who = (name: CommandName) => RULES[name].who;

  it.each(NAMES.filter((name) => who(name) === 'facilitator' && name !== 'open-table'))(
    '%s: only the facilitator and the machine',
    (name) => {
      for (const actor of ['rights', 'chair']) expect(table.tries(actor, ONE[name])).toBe('facilitator-only');
    },
  );

  it('explain-script: only the machine', () => {
    for (const actor of ['rights', 'facilitator']) expect(table.tries(actor, ONE['explain-script'])).toBe('facilitator-only');
  });

  it.each(NAMES.filter((name) => who(name) === 'chair'))('%s: the chair, and the facilitator in its place', (name) => {
    expect(table.tries('rights', ONE[name])).toBe('chair-only');
    for (const actor of ['chair', 'facilitator', 'machine']) expect(table.tries(actor, ONE[name])).not.toBe('chair-only');
  });

  it.each(NAMES.filter((name) => who(name) === 'delegate'))('%s: whoever takes a side, and so not the chair', (name) => {
    expect(table.tries('chair', ONE[name])).toBe('chair-takes-no-side');
    expect(table.tries('facilitator', ONE[name])).toBe('seat-needed');
  });

  it.each(NAMES.filter((name) => who(name) === 'seat'))('%s: whoever sits at the table', (name) => {
    expect(table.tries('facilitator', ONE[name])).toBe('seat-needed');
    expect(table.tries('nobody', ONE[name])).toBe('seat-needed');
    expect(table.tries('__proto__', ONE[name])).toBe('seat-needed');
  });

  it('is nobody before the table is open, or in an empty seat', () => {
    for (const name of NAMES.filter((one) => one !== 'open-table'))
      expect(new Played().tries(giverOf(name), ONE[name])).toBe('table-not-open');
    const empty = at('second-round').does('facilitator', { do: 'take-seat', role: 'rights', holder: { kind: 'vacant' } });
    expect(empty.tries('rights', ONE.speak)).toBe('seat-needed');
  });

  it('is nobody who has not been briefed, until then', () => {
    const late = at('second-round').does('facilitator', { do: 'take-seat', role: 'rights', holder: { kind: 'vacant' } });
    late.does('facilitator', { do: 'take-seat', role: 'rights', holder: { kind: 'person', person: 'late' } });
    for (const name of ['speak', 'amend', 'set-stance', 'send-message'] as const)
      expect(late.tries('rights', ONE[name])).toBe('briefing-first');
    late.does('rights', { do: 'accept-contract' });
    expect(late.tries('rights', ONE['send-message'])).toBe('briefing-first');
    late.does('rights', { do: 'acknowledge-brief' });
    expect(late.tries('rights', { ...ONE['send-message'], to: ['chair'] })).toBeNull();
  });
});

describe('the last moment', () => {
  const message: Command = { do: 'send-message', to: ['chair'], words };
  const live = 15 * MINUTE;
  const async = 48 * 60 * MINUTE;

  it.each([
    ['live', 'at the deadline', live, null],
    ['live', 'at the last moment of the grace', live + 5_000, null],
    ['live', 'a millisecond later', live + 5_001, 'phase-over'],
    ['async', 'at the last moment of the grace', async + 15 * MINUTE, null],
    ['async', 'a millisecond later', async + 15 * MINUTE + 1, 'phase-over'],
    ['solo', 'a year later', 365 * 24 * 60 * MINUTE, null],
  ] as const)('%s: %s', (mode, _, after, refused) => {
    expect(at('first-round', mode).tries('rights', { ...message, to: ['ministry'] }, NOON + after)).toBe(refused);
  });

  it('is not one for the facilitator, for whoever strikes out a text, or in the debrief', () => {
    const late = NOON + 60 * MINUTE;
    const table = at('first-round').does('rights', message);
    expect(table.tries('facilitator', { do: 'annotate', words: { ref: 'late' } }, late)).toBeNull();
    expect(table.tries('rights', { do: 'redact', ref: 'words' }, late)).toBeNull();
    expect(debriefed().tries('rights', { do: 'finish-debrief' }, late)).toBeNull();
  });

  it('is by the clock that the table knows, should the clock go back', () => {
    const table = at('first-round').does('facilitator', { do: 'annotate', words: { ref: 'late' } }, NOON + live + 5_001);
    expect(table.tries('rights', message, NOON)).toBe('phase-over');
    expect(table.does('facilitator', { do: 'nudge', to: 'rights', words }, NOON).last().at).toBe(NOON + live + 5_001);
  });

  it('comes later when somebody has given more time', () => {
    const table = at('first-round').does('facilitator', { do: 'extend-phase', minutes: 2, words: null, expectPhase: 4 });
    expect(table.tries('rights', message, NOON + 17 * MINUTE + 5_000)).toBeNull();
    expect(table.tries('rights', { ...message, words: { ref: 'w2' } }, NOON + 17 * MINUTE + 5_001)).toBe('phase-over');
  });
});

describe('while the clock stands', () => {
  it('people can be briefed, so that they are ready when it runs', () => {
    const table = at('prebrief')
      .does('facilitator', { do: 'pause' })
      .does('facilitator', { do: 'take-seat', role: 'rights', holder: { kind: 'person', person: 'p9' } });
    expect(table.tries('rights', { do: 'acknowledge-brief' })).toBeNull();
    expect(table.tries('rights', { do: 'accept-contract' })).toBeNull();
    expect(table.tries('rights', { do: 'be-ready' })).toBe('paused');
  });

  it('nobody at the table acts, the chair neither, but a text can be struck out', () => {
    const table = at('first-round')
      .does('rights', { do: 'send-message', to: ['chair'], words })
      .does('facilitator', { do: 'pause' });
    for (const actor of ['rights', 'chair']) expect(table.tries(actor, { do: 'be-ready' })).toBe('paused');
    expect(table.tries('rights', { do: 'redact', ref: 'words' })).toBeNull();
    expect(table.tries('facilitator', { do: 'annotate', words: { ref: 'note' } })).toBeNull();
  });
});

describe('what is said', () => {
  it.each([
    ['a written statement that is open to all', { key: 'statements.who-is-offline' }, null],
    ['a written statement of another role', { key: 'statements.cabinet-decides' }, 'not-agreed-words'],
    ["another role's brief", { key: 'roles.ministry.brief' }, 'not-agreed-words'],
    ['what a script would say', { key: 'say.ask-speed' }, 'not-agreed-words'],
    ["another role's objection", { key: 'objections.no-ban.problem' }, 'not-agreed-words'],
    ['an argument', { key: 'objections.no-ban.answers.courts-decide' }, null],
    ['one of the phrases of the house', { phrase: 'simulations.chair.thank-you' }, null],
    ['own words', { ref: 'own' }, null],
  ])('by a person can be %s: %j -> %s', (_, said, refused) => {
    expect(at('first-round').tries('rights', { do: 'send-message', to: ['chair'], words: said })).toBe(refused);
  });

  it('by a script is what its author gave it', () => {
    const table = at('first-round', 'solo');
    expect(table.tries('ministry', { do: 'speak', words: { key: 'say.ask-speed' }, length: 0 })).toBeNull();
  });

  it('is said once: a text that is on record is no new text', () => {
    const table = seated().enters('preparation').does('rights', { do: 'note-position', words });
    expect(table.tries('ministry', { do: 'note-position', words })).toBe('already-said');
  });
});

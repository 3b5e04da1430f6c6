/** A command of any kind, mostly about things that are there. */
import { OBJECTION_KINDS, STANCES } from '../../../src/content/scenario';
import { assessed } from '../../../src/simulations/engine/assessing';
import type { Command, CommandName } from '../../../src/simulations/engine/commands';
import { levelsOf } from '../../../src/simulations/engine/consensus';
import { CONSENTS } from '../../../src/simulations/engine/consents';
import type { TableState } from '../../../src/simulations/engine/state';
import type { Dice } from './dice';

type Makers = { [K in CommandName]?: (dice: Dice, state: TableState) => Extract<Command, { do: K }> };

const TALK: Makers = {
  'take-seat': (dice) => ({
    do: 'take-seat',
    role: dice.role(),
    holder: dice.of([{ kind: 'vacant' }, { kind: 'script' }, { kind: 'person', person: `person-${dice.role()}` }]),
  }),
  'accept-contract': () => ({ do: 'accept-contract' }),
  'acknowledge-brief': () => ({ do: 'acknowledge-brief' }),
  'set-consent': (dice) => ({ do: 'set-consent', purposes: dice.chance(60) ? ['channels'] : dice.some(CONSENTS) }),
  'note-position': (dice) => ({ do: 'note-position', words: dice.words() }),
  'be-ready': () => ({ do: 'be-ready' }),
  'extend-phase': (dice, { phase }) => ({ do: 'extend-phase', minutes: dice.below(9), words: null, expectPhase: dice.known(phase.number) }),
  resume: () => ({ do: 'resume' }),
  pause: () => ({ do: 'pause' }),
  'switch-mode': (dice) => ({ do: 'switch-mode', mode: dice.of(['live', 'async']) }),
  'join-queue': (dice) => ({ do: 'join-queue', remote: dice.chance(30) }),
  'leave-queue': () => ({ do: 'leave-queue' }),
  'give-floor': (dice) => ({ do: 'give-floor', role: dice.chance(70) ? null : dice.role() }),
  'end-turn': () => ({ do: 'end-turn' }),
  speak: (dice) => ({ do: 'speak', words: dice.words(), length: dice.below(300) }),
  'send-message': (dice) => ({ do: 'send-message', to: [dice.role(), ...dice.some(['ministry', 'rights'])], words: dice.words() }),
};

const TEXT: Makers = {
  'table-clause': (dice, { clauses }) => ({ do: 'table-clause', clause: dice.key(clauses) }),
  amend: (dice, state) => {
    const clause = dice.key(state.clauses);
    const expectRevision = dice.known(Object.hasOwn(state.clauses, clause) ? state.clauses[clause]!.revision : 1);
    return { do: 'amend', clause, terms: dice.terms(clause), words: dice.wordsOrNone(), expectRevision };
  },
  'second-amendment': (dice, { amendments }) => ({ do: 'second-amendment', amendment: dice.key(amendments) }),
  'accept-amendment': (dice, { amendments, clauses }) => {
    const amendment = dice.key(amendments);
    const revision = Object.hasOwn(amendments, amendment) ? clauses[amendments[amendment]!.clause]!.revision : 1;
    const how = dice.of(['editorial', 'substantive', 'substantive'] as const);
    return { do: 'accept-amendment', amendment, words: dice.words(), expectRevision: dice.known(revision), class: how };
  },
  'reject-amendment': (dice, { amendments }) => ({ do: 'reject-amendment', amendment: dice.key(amendments), words: dice.words() }),
  'promote-amendment': (dice, { amendments }) => ({ do: 'promote-amendment', amendment: dice.key(amendments), words: dice.words() }),
  'offer-package': (dice, state) => ({
    do: 'offer-package',
    terms: dice.terms(null),
    words: dice.wordsOrNone(),
    expectText: dice.known(state.textNumber),
  }),
  'answer-package': (dice, { packages }) => ({
    do: 'answer-package',
    package: dice.key(packages),
    accepts: dice.chance(80),
    hurts: dice.chance(50) ? 'duration' : null,
  }),
  'set-stance': (dice, { clauses }) => {
    const clause = dice.key(clauses);
    const expectRevision = dice.known(Object.hasOwn(clauses, clause) ? clauses[clause]!.revision : 1);
    return { do: 'set-stance', clause, stance: dice.of(['support', ...STANCES]), words: dice.wordsOrNone(), expectRevision };
  },
};

const OBJECTIONS: Makers = {
  'raise-objection': (dice, { clauses }) => {
    const written = dice.chance(50) ? dice.of(dice.scenario.objections) : null;
    const slot = dice.of(dice.scenario.clauses.flatMap(({ slots }) => slots));
    return {
      do: 'raise-objection',
      clause: written?.clause ?? dice.key(clauses),
      kind: dice.of(OBJECTION_KINDS),
      words: dice.words(),
      length: 1 + dice.below(20),
      written: written?.key ?? null,
      remedy: dice.chance(50) ? { slot: slot.key, options: dice.some(slot.options) } : null,
    };
  },
  'join-objection': (dice, { objections }) => ({ do: 'join-objection', objection: dice.key(objections) }),
  'answer-objection': (dice, { objections }) => {
    const answer = dice.chance(30) ? dice.of(dice.scenario.objections.flatMap(({ answers }) => answers)).key : null;
    const kind = dice.of(['explains', 'offers-change'] as const);
    return { do: 'answer-objection', objection: dice.key(objections), kind, words: dice.words(), length: 1 + dice.below(20), answer };
  },
  'withdraw-objection': (dice, { objections }) => ({
    do: 'withdraw-objection',
    objection: dice.key(objections),
    words: dice.wordsOrNone(),
  }),
  'rule-objection': (dice, { objections }) => {
    const objection = dice.key(objections);
    const version = Object.hasOwn(objections, objection) ? objections[objection]!.version : 1;
    const ruling = dice.of(['accommodated', 'in-the-rough', 'out-of-scope', 'duplicate', 'upheld'] as const);
    return { do: 'rule-objection', objection, ruling, words: dice.words(), of: dice.key(objections), expectVersion: dice.known(version) };
  },
};

const ROOM: Makers = {
  'call-consensus': () => ({ do: 'call-consensus' }),
  'open-hum': (dice) => ({ do: 'open-hum', words: dice.words(), options: dice.of([['yes', 'no'], ['yes'], []]) }),
  'close-hum': (dice, { hums }) => {
    const count = dice.below(9);
    const ballots = Array.from({ length: count }, () => ({ option: dice.of(['yes', 'no']), value: dice.below(4) as 0 | 1 | 2 | 3 }));
    return { do: 'close-hum', hum: dice.key(hums), ballots, present: count };
  },
  'open-hands': (dice) => ({
    do: 'open-hands',
    words: dice.words(),
    options: dice.of([
      ['yes', 'no'],
      ['yes', 'yes'],
    ]),
  }),
  'raise-hand': (dice, { hands }) => ({ do: 'raise-hand', hands: dice.key(hands), option: dice.of(['yes', 'no', 'maybe', null]) }),
  'close-hands': (dice, { hands }) => ({ do: 'close-hands', hands: dice.key(hands) }),
  'publish-assessment': (dice, state) => {
    const clause = dice.key(state.clauses);
    const known = Object.hasOwn(state.clauses, clause);
    const indicated = known ? assessed(state, clause, state.at, dice.scenario).level : 'consensus';
    const level = dice.chance(50) ? indicated : dice.of(levelsOf(dice.scenario.preset));
    return { do: 'publish-assessment', clause, level, words: dice.words(), explanation: dice.wordsOrNone() };
  },
  'challenge-assessment': (dice, { clauses }) => ({
    do: 'challenge-assessment',
    clause: dice.key(clauses),
    words: dice.words(),
    length: 9,
  }),
  'finalise-assessment': (dice, { clauses }) => ({ do: 'finalise-assessment', clause: dice.key(clauses) }),
  'file-minority': (dice, { clauses }) => ({
    do: 'file-minority',
    clause: dice.key(clauses),
    words: dice.words(),
    length: 3 + dice.below(9),
  }),
};

const OUTSIDE: Makers = {
  'release-inject': (dice) => ({ do: 'release-inject', inject: dice.of(['exam-leak', 'bank-outage', 'flood']) }),
  'cancel-inject': (dice) => ({ do: 'cancel-inject', inject: dice.of(['exam-leak', 'bank-outage', 'flood']) }),
  nudge: (dice) => ({ do: 'nudge', to: dice.role(), words: dice.words() }),
  annotate: (dice) => ({ do: 'annotate', words: dice.words() }),
  'adopt-outcome': () => ({ do: 'adopt-outcome' }),
  'close-without-outcome': (dice) => ({ do: 'close-without-outcome', words: dice.wordsOrNone() }),
  unseal: (dice) => ({ do: 'unseal', scope: dice.of(['briefs', 'channels', 'scripts', 'scores']) }),
  redact: (dice, { texts }) => ({ do: 'redact', ref: texts.length ? dice.of(texts).ref : 't0' }),
  'finish-debrief': () => ({ do: 'finish-debrief' }),
  'explain-script': (dice) => ({
    do: 'explain-script',
    role: dice.role(),
    move: 's1',
    why: { by: 'utility', of: null, utility: dice.below(90), threshold: 60 },
  }),
  tick: () => ({ do: 'tick' }),
};

export const MAKERS: Makers = { ...TALK, ...TEXT, ...OBJECTIONS, ...ROOM, ...OUTSIDE };

import { CONSENSUS_PRESETS, type ConsensusPreset } from '../../../src/content/scenario';
import { agreeing, assess, levelsOf, rank } from '../../../src/simulations/engine/consensus';
import type { Level } from '../../../src/simulations/engine/events';
import { objections, room, seats, type Seats } from './room';

const [LAW, FIRM, NGO, LAB] = ['government', 'business', 'civil-society', 'technical'] as const;
/** Ten who agree: eight of two groups support it, two live with it. */
const TEN = [...seats(4, LAW, 'support'), ...seats(4, FIRM, 'support'), ...seats(2, LAW, 'live-with')];
const hundred = [...seats(60, LAW, 'support'), ...seats(40, FIRM, 'support')];
const spread = [...seats(3, LAW, 'object'), ...seats(2, FIRM, 'object')];
const two = (each: number): Seats => [...seats(each, LAW, 'support'), ...seats(each, FIRM, 'support')];
const roughWith = (duplicates: number) =>
  objections('in-the-rough', ...Array.from({ length: duplicates }, (_, n) => `d${n}=${n ? `d${n - 1}` : 'o1'}`));

const why = ({ why: { reason } }: ReturnType<typeof assess>) => reason.replace('simulations.why.', '');

describe('the vectors that every preset was drawn up with', () => {
  it.each<[string, ConsensusPreset, ReturnType<typeof room>, Level]>([
    ['8 support and 2 live with it', 'gnso', room(TEN), 'full-consensus'],
    ['8 support and 2 live with it', 'rfc7282', room(TEN), 'consensus'],
    ['9 support, 1 objects', 'gnso', room([...two(4), ...seats(1, LAW, 'support'), ...seats(1, FIRM, 'object')]), 'consensus'],
    ['8 to 2, of a group that supports it too', 'gnso', room([...two(4), ...seats(2, FIRM, 'object')]), 'consensus'],
    ['8 to 2, who are a whole group', 'gnso', room([...two(4), ...seats(2, NGO, 'object')]), 'strong-support'],
    ['7 to 3', 'gnso', room([...two(3), ...seats(1, LAW, 'support'), ...seats(3, FIRM, 'object')]), 'strong-support'],
    ['5 to 5', 'gnso', room([...two(2), ...seats(1, LAW, 'support'), ...seats(5, FIRM, 'object')]), 'divergence'],
    ['4 to 6', 'gnso', room([...two(2), ...seats(6, FIRM, 'object')]), 'divergence'],
    ['2 to 8', 'gnso', room([...two(1), ...seats(8, FIRM, 'object')]), 'minority-view'],
    ['2 support, 8 are silent', 'gnso', room([...two(1), ...seats(8, NGO, 'silent')]), 'minority-view'],
    ['2 support, 8 are silent', 'rfc7282', room([...two(1), ...seats(8, NGO, 'silent')]), 'not-enough-engagement'],
    ['100 to 5 of several groups', 'gnso', room([...hundred, ...spread]), 'consensus'],
    ['100 to 5 of several groups', 'rfc7282', room([...hundred, ...spread], objections('open')), 'open-issues'],
    ['100 to 5, who are a whole group', 'gnso', room([...hundred, ...seats(5, NGO, 'object')]), 'strong-support'],
    ['100 to 5, who are a whole group', 'rfc7282', room([...hundred, ...seats(5, NGO, 'object')], objections('open')), 'open-issues'],
    ['5 to 100', 'gnso', room([...two(2), ...seats(1, LAW, 'support'), ...seats(100, NGO, 'object')]), 'minority-view'],
    [
      '5 to 100, one issue in the rough and 99 that repeat it',
      'rfc7282',
      room([...two(2), ...seats(1, LAW, 'support'), ...seats(100, NGO, 'object')], roughWith(99)),
      'rough-consensus',
    ],
    ['1 supports, 30 stand aside', 'gnso', room([...seats(1, LAW, 'support'), ...seats(30, NGO, 'stand-aside')]), 'minority-view'],
    ['1 supports, 30 stand aside', 'rfc7282', room([...seats(1, LAW, 'support'), ...seats(30, NGO, 'stand-aside')]), 'no-base-of-support'],
  ])('%s, %s', (_, preset, assessed, level) => expect(assess(assessed, preset).level).toBe(level));
});

type Case = [string, ReturnType<typeof room>, Level, string];
const cases = (preset: ConsensusPreset, all: Case[]) =>
  it.each(all)(`${preset}: %s`, (_, assessed, level, reason) => {
    const found = assess(assessed, preset);
    expect([found.level, why(found)]).toEqual([level, reason]);
  });

describe('each rule and its boundary', () => {
  cases('gnso', [
    ['nobody is at the table', room([]), 'undetermined', 'nobody-at-the-table'],
    [
      '1 of 5, silence, call closed',
      room([...seats(1, LAW, 'support'), ...seats(4, NGO, 'silent')]),
      'minority-view',
      'few-for-and-silence',
    ],
    [
      '… call open',
      room([...seats(1, LAW, 'support'), ...seats(4, NGO, 'silent')], [], 2, false),
      'insufficient-participation',
      'few-answered',
    ],
    [
      '1 of 4 is more than a fifth',
      room([...seats(1, LAW, 'support'), ...seats(3, NGO, 'silent')]),
      'insufficient-participation',
      'few-answered',
    ],
    ['1 of 5 objects', room([...seats(1, LAW, 'object'), ...seats(4, NGO, 'silent')]), 'insufficient-participation', 'few-answered'],
    [
      '1 of 5 stands aside',
      room([...seats(1, LAW, 'stand-aside'), ...seats(4, NGO, 'silent')]),
      'insufficient-participation',
      'few-answered',
    ],
    [
      '1 of 6 and an objection',
      room([...seats(1, LAW, 'support'), ...seats(1, LAW, 'object'), ...seats(4, NGO, 'silent')]),
      'insufficient-participation',
      'few-answered',
    ],
    ['just half have answered', room([...two(1), ...seats(2, NGO, 'silent')]), 'full-consensus', 'nobody-objects'],
    ['just less than half have answered', room([...two(1), ...seats(3, NGO, 'silent')]), 'insufficient-participation', 'few-answered'],
    ['all stand aside', room(seats(4, NGO, 'stand-aside')), 'divergence', 'all-stand-aside'],
    ['two supporters of one group', room(seats(2, LAW, 'support')), 'minority-view', 'too-few-behind-it'],
    [
      'one supporter, and another group lives with it',
      room([...seats(1, LAW, 'support'), ...seats(3, FIRM, 'live-with')]),
      'minority-view',
      'too-few-behind-it',
    ],
    ['two supporters of two groups', room(two(1)), 'full-consensus', 'nobody-objects'],
    ['nobody objects any more, but an objection is open', room(TEN, objections('open')), 'full-consensus-pending', 'objections-unsettled'],
    ['… or answered', room(TEN, objections('answered')), 'full-consensus-pending', 'objections-unsettled'],
    ['… or upheld', room(TEN, objections('upheld')), 'full-consensus-pending', 'objections-unsettled'],
    [
      'all objections are settled',
      room(TEN, objections('accommodated', 'withdrawn', 'in-the-rough', 'out-of-scope')),
      'full-consensus',
      'nobody-objects',
    ],
    ['read once', room(TEN, [], 1), 'full-consensus-pending', 'another-reading'],
    [
      '3 to 1: one of four is a small minority',
      room([...two(1), ...seats(1, FIRM, 'live-with'), ...seats(1, FIRM, 'object')]),
      'consensus',
      'small-minority-objects',
    ],
    ['2 to 1: one of three is none', room([...two(1), ...seats(1, FIRM, 'object')]), 'strong-support', 'many-object'],
    [
      '1 to 3: one of four is a minority view',
      room([...seats(1, LAW, 'support'), ...seats(3, FIRM, 'object')]),
      'minority-view',
      'few-for-many-against',
    ],
    [
      '1 to 2: one of three diverges',
      room([...seats(1, LAW, 'support'), ...seats(2, FIRM, 'object')]),
      'divergence',
      'half-or-fewer-agree',
    ],
    ['nobody to 1', room(seats(1, LAW, 'object')), 'minority-view', 'few-for-many-against'],
    ['6 to 5', room([...two(3), ...seats(5, FIRM, 'object')]), 'strong-support', 'many-object'],
    ['6 to 6', room([...two(3), ...seats(6, FIRM, 'object')]), 'divergence', 'half-or-fewer-agree'],
    ['2 of 9 are not small', room([...two(3), ...seats(1, LAW, 'support'), ...seats(2, FIRM, 'object')]), 'strong-support', 'many-object'],
    ['2 of 10 are', room([...two(4), ...seats(2, FIRM, 'object')]), 'consensus', 'small-minority-objects'],
    ['one whole group of one', room([...two(4), ...seats(1, NGO, 'object')]), 'strong-support', 'whole-group-against'],
    [
      'a group of which one lives with it is not against',
      room([...two(4), ...seats(1, NGO, 'object'), ...seats(1, NGO, 'live-with')]),
      'consensus',
      'small-minority-objects',
    ],
    [
      'a group of which one stands aside is',
      room([...two(4), ...seats(1, NGO, 'object'), ...seats(1, NGO, 'stand-aside')]),
      'strong-support',
      'whole-group-against',
    ],
    [
      '8 live with it and 1 objects',
      room([...seats(8, LAW, 'live-with'), ...seats(1, LAW, 'object')]),
      'minority-view',
      'too-few-behind-it',
    ],
  ]);

  cases('rfc7282', [
    ['nobody is at the table', room([]), 'no-base-of-support', 'nobody-stands-behind-it'],
    ['an objection is open', room(TEN, objections('withdrawn', 'open')), 'open-issues', 'issues-open'],
    ['… answered', room(TEN, objections('answered')), 'open-issues', 'issues-open'],
    ['… upheld', room(TEN, objections('upheld', 'open')), 'open-issues', 'objection-upheld'],
    ['just half have answered', room([...two(1), ...seats(2, NGO, 'silent')]), 'consensus', 'every-issue-met'],
    ['just less than half have', room([...two(1), ...seats(3, NGO, 'silent')]), 'not-enough-engagement', 'silence-is-no-agreement'],
    ['standing aside is an answer', room([...two(1), ...seats(4, NGO, 'stand-aside')]), 'consensus', 'every-issue-met'],
    [
      'all live with it',
      room([...seats(4, LAW, 'live-with'), ...seats(4, FIRM, 'live-with')]),
      'no-base-of-support',
      'nobody-stands-behind-it',
    ],
    ['two supporters of one group', room(seats(2, LAW, 'support')), 'no-base-of-support', 'nobody-stands-behind-it'],
    ['one issue is in the rough', room(TEN, objections('in-the-rough', 'accommodated')), 'rough-consensus', 'in-the-rough'],
    [
      'all are met, and one still objects',
      room([...TEN, ...seats(1, NGO, 'object')], objections('out-of-scope')),
      'rough-consensus',
      'in-the-rough',
    ],
    ['all are met or withdrawn', room(TEN, objections('accommodated', 'withdrawn', 'out-of-scope')), 'consensus', 'every-issue-met'],
  ]);

  cases('netmundial', [
    ['an objection is open', room(TEN, objections('open')), 'open-issues', 'issues-open'],
    ['reservations are read into the record', room(TEN, objections('in-the-rough')), 'rough-consensus', 'reservations-on-record'],
    ['there are none', room(TEN), 'consensus', 'every-issue-met'],
  ]);

  cases('gac', [
    [
      'two governments support it, nobody objects',
      room([...seats(2, LAW, 'support'), ...seats(5, NGO, 'silent')]),
      'consensus',
      'general-agreement',
    ],
    [
      'one government supports it, another lives with it',
      room([...seats(1, LAW, 'support'), ...seats(1, LAW, 'live-with'), ...seats(5, NGO, 'support')]),
      'no-consensus',
      'governments-silent',
    ],
    ['one objects', room([...seats(9, LAW, 'support'), ...seats(1, LAW, 'object')]), 'no-consensus', 'formal-objection'],
    ['nobody is at the table', room([]), 'no-consensus', 'governments-silent'],
  ]);

  cases('igf-messages', [
    ['full consensus', room(TEN), 'broad-convergence', 'nobody-objects'],
    ['full consensus but for a reading', room(TEN, [], 1), 'broad-convergence', 'another-reading'],
    ['consensus', room([...two(4), ...seats(2, FIRM, 'object')]), 'broad-convergence', 'small-minority-objects'],
    ['strong support', room([...two(4), ...seats(2, NGO, 'object')]), 'differing-views', 'whole-group-against'],
    ['divergence', room([...two(2), ...seats(6, FIRM, 'object')]), 'differing-views', 'half-or-fewer-agree'],
    ['minority view', room([...two(1), ...seats(8, FIRM, 'object')]), 'raised', 'few-for-many-against'],
    ['few have answered', room([...two(1), ...seats(3, NGO, 'silent')]), 'raised', 'few-answered'],
    ['nobody is at the table', room([]), 'raised', 'nobody-at-the-table'],
  ]);
});

describe('an objection that repeats another', () => {
  it.each<[string, string[], Level]>([
    ['has its state', ['withdrawn', 'd=o1'], 'consensus'],
    ['through as many repeats as there are', ['withdrawn', 'e=d', 'd=o1'], 'consensus'],
    ['is in the rough with it', ['in-the-rough', 'd=o1'], 'rough-consensus'],
    ['is open with it', ['open', 'd=o1'], 'open-issues'],
    ['is open when it repeats itself', ['d=d'], 'open-issues'],
    ['is open when two repeat each other', ['d=e', 'e=d'], 'open-issues'],
    ['is open when it leads into a circle', ['c=d', 'd=e', 'e=d'], 'open-issues'],
    ['is open when it repeats nothing', ['d=nowhere'], 'open-issues'],
  ])('%s', (_, states, level) => expect(assess(room(TEN, objections(...states)), 'rfc7282').level).toBe(level));
});

describe('what stands beside a level', () => {
  const mixed = [
    ...two(2),
    ...seats(1, NGO, 'object'),
    ...seats(1, LAB, 'object'),
    ...seats(1, LAB, 'live-with'),
    ...seats(2, NGO, 'stand-aside'),
    ...seats(1, NGO, 'silent'),
  ];

  it('counts seats, and names the groups that are wholly against it', () => {
    const { against, counts } = assess(room(mixed), 'gnso');
    expect(against).toEqual([NGO]);
    expect(counts).toEqual({
      eligible: 10,
      support: 4,
      liveWith: 1,
      standAside: 2,
      object: 2,
      unstated: 1,
      agree: 5,
      decided: 7,
      answered: 9,
    });
  });

  it.each(CONSENSUS_PRESETS)('%s tells its reason in whole numbers', (preset) => {
    const { reason, details } = assess(room(mixed, objections('open')), preset).why;
    expect(reason).toMatch(/^simulations\.why\.[a-z-]+$/);
    expect(Object.values(details).every(Number.isInteger)).toBe(true);
  });
});

describe('levels in order', () => {
  it.each<[ConsensusPreset, Level[]]>([
    ['gnso', ['consensus', 'full-consensus-pending', 'full-consensus']],
    ['rfc7282', ['rough-consensus', 'consensus']],
    ['netmundial', ['rough-consensus', 'consensus']],
    ['gac', ['consensus']],
    ['igf-messages', ['broad-convergence']],
  ])('%s counts these as agreement, and no others', (preset, levels) =>
    expect(levelsOf(preset).filter((level) => agreeing(level, preset))).toEqual(levels),
  );

  it('knows no level of another preset', () => {
    expect([rank('rough-consensus', 'gnso'), rank('consensus', 'igf-messages')]).toEqual([-1, -1]);
    expect([agreeing('rough-consensus', 'gnso'), agreeing('full-consensus', 'rfc7282')]).toEqual([false, false]);
  });
});

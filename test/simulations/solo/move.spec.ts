import type { TableEvent } from '../../../src/simulations/engine/events';
import type { TableState } from '../../../src/simulations/engine/state';
import { mindOf, threshold } from '../../../src/simulations/solo/mind';
import { firedBy } from '../../../src/simulations/solo/rules';
import { withRole, sampleScenario } from '../sample-scenario';
import { answered, movesOf, type Setting, tableAt, told } from './table';

const MIDDLE = { authority: 'regulator', duration: 'h24', notice: 'after', liability: 'state' };
/** only what stands in the scenario: what a seat says of itself is another matter */
const without =
  (...beginnings: string[]) =>
  (line: string) =>
    !beginnings.some((each) => line.startsWith(each));

describe('what a seat agrees to by now', () => {
  const script = { aspiration: 80, reservation: 45, concede: [0, 10, 25, 60], values: {}, red: [], rules: [] };
  it.each([
    [0, 80],
    [1, 80],
    [2, 70],
    [3, 55],
    [4, 45],
    [5, 45],
    [99, 45],
  ])('in round %i: %i', (round, expected) => {
    expect(threshold(script, round)).toBe(expected);
  });

  it('without steps it stays with what it hopes for', () => {
    expect(threshold({ ...script, concede: [] }, 3)).toBe(80);
  });
});

describe('where a seat stands', () => {
  it.each<[string, string, Setting, string[]]>([
    ['has what it hoped for', 'ministry', {}, ['set-stance orders support', 'set-stance safeguards support']],
    [
      'has enough, and in one clause less than its share',
      'ministry',
      { terms: MIDDLE, phase: 'third-round' },
      ['set-stance orders support', 'set-stance safeguards support'],
    ],
    [
      'has enough, but not where it counts',
      'ministry',
      { terms: { ...MIDDLE, authority: 'minister', notice: 'before' }, phase: 'third-round' },
      ['set-stance orders support', 'set-stance safeguards live-with'],
    ],
    [
      'has too little, and objects where it costs most',
      'banks',
      {},
      [
        'raise-objection safeguards interest payments-stop {"slot":"notice","options":["before"]}',
        'set-stance orders live-with',
        'set-stance safeguards object',
      ],
    ],
    [
      'keeps up its objection',
      'banks',
      { objections: [{ written: 'payments-stop', clause: 'safeguards' }] },
      ['set-stance orders live-with', 'set-stance safeguards object'],
    ],
    [
      'has too little and nothing left to say',
      'banks',
      { objections: [{ written: 'payments-stop', clause: 'safeguards', state: 'in-the-rough' }] },
      ['set-stance orders stand-aside', 'set-stance safeguards live-with'],
    ],
    [
      'sees its line crossed, whatever else there is in it',
      'ministry',
      { terms: { duration: 'ban' } },
      [
        'raise-objection orders interest no-ban {"slot":"duration","options":["none","h72","h24"]}',
        'set-stance orders object',
        'set-stance safeguards live-with',
      ],
    ],
    [
      'stands where it stood',
      'ministry',
      { stances: { orders: { ministry: 'support' }, safeguards: { ministry: 'live-with' } } },
      ['set-stance safeguards support'],
    ],
    [
      'stays with a ruling that it does not share',
      'ministry',
      {
        terms: { duration: 'ban' },
        objections: [{ role: 'ministry', written: 'no-ban', state: 'in-the-rough' }],
        stances: { orders: { ministry: 'object' } },
      },
      ['set-stance safeguards live-with'],
    ],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).filter(without('amend', 'speak', 'send'))).toEqual(expected);
  });
});

describe('a rule about where it stands', () => {
  const stubborn = {
    key: 'apart',
    when: { path: 'round', op: 'eq' as const, value: 1 },
    do: { kind: 'stance' as const, stance: 'stand-aside' as const },
    priority: 1,
    once: 'table' as const,
  };
  const scenario = (role: string) => {
    const plain = sampleScenario();
    const { script } = plain.roles.find(({ key }) => key === role)!;
    return withRole(plain, role, { script: { ...script!, rules: [stubborn] } });
  };

  it.each([
    [
      'counts as long as its reason holds',
      'ministry',
      'first-round',
      ['set-stance orders stand-aside', 'set-stance safeguards stand-aside'],
    ],
    ['and no longer', 'ministry', 'second-round', ['set-stance orders support', 'set-stance safeguards support']],
    ['but never instead of an objection', 'hospitals', 'first-round', ['set-stance orders object', 'set-stance safeguards stand-aside']],
  ])('%s', (_, role, phase, expected) => {
    const steps = movesOf(role, tableAt({ scenario: scenario(role), phase }));
    expect(told(steps).filter((line) => line.startsWith('set-stance'))).toEqual(expected);
  });
});

describe('an objection of its own', () => {
  const narrow = sampleScenario();
  narrow.objections.find(({ key }) => key === 'no-secrets')!.remedy = ['before'];
  const notice = { role: 'banks', written: 'payments-stop', clause: 'safeguards', remedy: { slot: 'notice', options: ['before'] } };
  const enough = { ...MIDDLE, duration: 'ban' };

  it.each<[string, string, Setting, boolean]>([
    ['is withdrawn when the text meets it', 'banks', { terms: { notice: 'before' }, objections: [notice] }, true],
    ['stays while the text does not meet it', 'banks', { terms: enough, phase: 'third-round', objections: [notice] }, false],
    [
      'stays when the answer misses the concern',
      'banks',
      { terms: enough, phase: 'third-round', objections: [{ ...notice, state: 'answered', answers: answered('rare') }] },
      false,
    ],
    [
      'is withdrawn when it is answered and there is enough in the text',
      'banks',
      {
        terms: enough,
        phase: 'third-round',
        objections: [{ ...notice, state: 'answered', answers: answered('rare', 'offline-clearing') }],
      },
      true,
    ],
    [
      'stays when it is answered and there is too little in the text',
      'banks',
      { objections: [{ ...notice, state: 'answered', answers: answered('offline-clearing') }] },
      false,
    ],
    [
      'stays while its line is crossed, whatever was answered',
      'hospitals',
      {
        terms: { ...MIDDLE, duration: 'none', notice: 'before' },
        phase: 'third-round',
        objections: [{ role: 'hospitals', written: 'patients-die', state: 'answered', answers: answered('emergency-lines') }],
      },
      false,
    ],
    [
      'is withdrawn when the line is safe',
      'rights',
      {
        terms: MIDDLE,
        phase: 'third-round',
        objections: [{ role: 'rights', written: 'no-secrets', clause: 'safeguards', remedy: { slot: 'notice', options: ['before'] } }],
      },
      true,
    ],
    [
      'stays when the line is safe and the slot still costs it most',
      'rights',
      {
        scenario: narrow,
        terms: { ...MIDDLE, authority: 'court', duration: 'h72' },
        objections: [{ role: 'rights', written: 'no-secrets', clause: 'safeguards' }],
      },
      false,
    ],
    [
      'stays while somebody would have the line crossed',
      'ministry',
      { amendments: [{ terms: { duration: 'ban' } }], objections: [{ role: 'ministry', written: 'no-ban' }] },
      false,
    ],
    [
      'is withdrawn when that is off the table',
      'ministry',
      { amendments: [{ terms: { duration: 'ban' }, state: 'rejected' }], objections: [{ role: 'ministry', written: 'no-ban' }] },
      true,
    ],
    ['is not withdrawn twice', 'banks', { terms: { notice: 'before' }, objections: [{ ...notice, state: 'accommodated' }] }, false],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).includes('withdraw-objection o1')).toBe(expected);
  });

  it.each<[string, string, Setting, boolean]>([
    ['against a change that would cross a line', 'ministry', { amendments: [{ terms: { duration: 'ban' } }] }, true],
    ['not against one of its own', 'ministry', { amendments: [{ role: 'ministry', terms: { duration: 'ban' } }] }, false],
    ['against a change that would leave too little', 'ministry', { amendments: [{ terms: { authority: 'court' } }] }, true],
    ['not against a change that its own remedy allows', 'ministry', { amendments: [{ terms: { duration: 'h24' } }] }, false],
    [
      'not against a change that leaves enough',
      'ministry',
      { phase: 'third-round', amendments: [{ terms: { authority: 'court' } }] },
      false,
    ],
    ['again when the text lost what had met it', 'banks', { objections: [{ ...notice, state: 'accommodated' }] }, true],
    ['not again when it was withdrawn for an argument', 'banks', { objections: [{ ...notice, state: 'withdrawn' }] }, false],
    ['not again when it was ruled on', 'banks', { objections: [{ ...notice, state: 'in-the-rough' }] }, false],
    [
      'again when a line is crossed anew',
      'ministry',
      { terms: { duration: 'ban' }, objections: [{ role: 'ministry', written: 'no-ban', state: 'withdrawn' }] },
      true,
    ],
    [
      'not again when the same text was ruled on',
      'ministry',
      { terms: { duration: 'ban' }, objections: [{ role: 'ministry', written: 'no-ban', state: 'in-the-rough' }] },
      false,
    ],
    [
      'again when the text ruled on has become another',
      'ministry',
      { terms: { duration: 'ban' }, objections: [{ role: 'ministry', written: 'no-ban', state: 'in-the-rough', revision: 0 }] },
      true,
    ],
  ])('is raised %s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).some((line) => line.startsWith('raise-objection'))).toBe(expected);
  });
});

describe('a change of the text', () => {
  const plain = sampleScenario();
  const { script } = plain.roles.find(({ key }) => key === 'hospitals')!;
  const red = [{ slot: 'duration', options: ['ban'], objection: 'patients-die' }];
  const withoutBan = withRole(plain, 'hospitals', { script: { ...script!, red } });

  it.each<[string, string, Setting, string[]]>([
    ['that helps it most', 'techcom', {}, ['amend orders {"duration":"ban"}']],
    [
      'and crosses no line of its own',
      'hospitals',
      { scenario: withoutBan, terms: { duration: 'h72', notice: 'before' } },
      ['amend orders {"duration":"h24"}'],
    ],
    ['not while it has enough', 'ministry', {}, []],
    [
      'another when one of its own came to nothing',
      'techcom',
      { phase: 'second-round', amendments: [{ role: 'techcom', terms: { duration: 'ban' }, state: 'rejected', base: 0 }] },
      ['amend orders {"duration":"h24"}'],
    ],
    [
      'not one that lies on the table',
      'techcom',
      { amendments: [{ role: 'banks', terms: { duration: 'ban' } }] },
      ['amend orders {"duration":"h24"}'],
    ],
    [
      'not one that was turned down on this text',
      'techcom',
      { amendments: [{ role: 'banks', terms: { duration: 'ban' }, state: 'rejected' }] },
      ['amend orders {"duration":"h24"}'],
    ],
    ['not when talk is over', 'techcom', { phase: 'last-reading' }, []],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).filter((line) => line.startsWith('amend '))).toEqual(expected);
  });

  it.each<[string, string, Setting, boolean]>([
    ['that helps', 'banks', { amendments: [{ role: 'techcom', terms: { duration: 'h24' } }] }, true],
    ['not one that does not', 'ministry', { amendments: [{ role: 'techcom', terms: { authority: 'regulator' } }] }, false],
    ['not its own', 'banks', { amendments: [{ role: 'banks', terms: { duration: 'h24' } }] }, false],
    ['not twice', 'banks', { amendments: [{ role: 'techcom', terms: { duration: 'h24' }, seconds: ['banks'] }] }, false],
    ['not one that is settled', 'banks', { amendments: [{ role: 'techcom', terms: { duration: 'h24' }, state: 'superseded' }] }, false],
    [
      'not one that crosses a line',
      'rights',
      { amendments: [{ role: 'techcom', clause: 'safeguards', terms: { notice: 'secret', liability: 'state' } }] },
      false,
    ],
  ])('of another is seconded: %s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).includes('second-amendment a1')).toBe(expected);
  });
});

describe('a package', () => {
  it.each<[string, string, Setting, string[]]>([
    ['with enough in it', 'ministry', { phase: 'third-round', packages: [{ terms: MIDDLE }] }, ['answer-package p1 true null']],
    [
      'that leaves too little as yet',
      'ministry',
      { phase: 'first-round', packages: [{ terms: MIDDLE }] },
      ['answer-package p1 false duration'],
    ],
    [
      'that crosses a line, whatever else is in it',
      'ministry',
      { phase: 'third-round', packages: [{ terms: { duration: 'ban' } }] },
      ['answer-package p1 false duration'],
    ],
    ['that was answered', 'ministry', { packages: [{ terms: MIDDLE, answers: { ministry: { accepts: false, hurts: null } } }] }, []],
    ['that has lapsed', 'ministry', { packages: [{ terms: MIDDLE, state: 'lapsed' }] }, []],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).filter((line) => line.startsWith('answer-package'))).toEqual(expected);
  });
});

describe("a person's objection", () => {
  const own = { role: 'operators', written: 'who-pays', clause: 'safeguards', remedy: { slot: 'liability', options: ['state'] } };

  it.each<[string, string, Setting, string[]]>([
    ['whose remedy leaves enough', 'ministry', { objections: [own] }, ['answer-objection o1 offers-change null']],
    ['whose remedy helps', 'banks', { objections: [own] }, ['answer-objection o1 offers-change null']],
    [
      'whose remedy leaves too little',
      'ministry',
      { objections: [{ ...own, remedy: { slot: 'duration', options: ['h24'] } }] },
      ['answer-objection o1 explains good-faith'],
    ],
    [
      'whose arguments are used up',
      'ministry',
      { objections: [{ ...own, remedy: { slot: 'duration', options: ['h24'] }, answers: answered('good-faith', 'cost-of-business') }] },
      ['answer-objection o1 explains null'],
    ],
    [
      'in own words',
      'ministry',
      { objections: [{ ...own, written: null, remedy: { slot: 'duration', options: ['ban'] } }] },
      ['answer-objection o1 explains null'],
    ],
    ['without a remedy', 'ministry', { objections: [{ ...own, remedy: null }] }, []],
    ['about what does not concern it', 'ministry', { objections: [{ ...own, remedy: { slot: 'lunch', options: ['cold'] } }] }, []],
    ['that it has answered', 'ministry', { objections: [{ ...own, answers: [{ ...answered('x')[0]!, role: 'ministry' }] }] }, []],
    ['that is settled', 'ministry', { objections: [{ ...own, state: 'withdrawn' }] }, []],
    ['no: the objection of a script', 'ministry', { objections: [{ ...own, role: 'banks' }] }, []],
  ])('%s', (_, role, setting, expected) => {
    expect(told(movesOf(role, tableAt(setting))).filter((line) => line.startsWith('answer-objection'))).toEqual(expected);
  });
});

describe('words', () => {
  it.each<[string, string, Setting, string[], string[]]>([
    ['a greeting in the opening', 'ministry', { phase: 'opening' }, [], ['speak say.opening-ministry']],
    ['once', 'ministry', { phase: 'opening' }, ['greet'], []],
    ['what a rule says', 'ministry', { terms: { authority: 'court' } }, [], ['speak say.ask-speed']],
    ['a private word beside it', 'operators', { person: 'rights' }, [], ['send-message say.written-orders']],
    ['nothing before the opening', 'ministry', { phase: 'preparation', terms: { authority: 'court' } }, [], []],
    ['nothing when talk is over', 'operators', { person: 'rights', phase: 'last-reading' }, [], []],
  ])('%s', (_, role, setting, fired, expected) => {
    const steps = movesOf(role, tableAt(setting), { fired: new Set(fired) });
    const said = steps.flatMap(({ command }) =>
      command.do === 'speak' || command.do === 'send-message' ? [`${command.do} ${Object.values(command.words)[0]}`] : [],
    );
    expect(said).toEqual(expected);
  });
});

describe('of several rules', () => {
  const rule = (key: string, priority: number, op: 'eq' | 'ne' = 'eq') => ({
    key,
    priority,
    when: { path: 'phase', op, value: 'round' },
    do: { kind: 'say' as const, words: key },
    once: 'table' as const,
  });
  const said = (fired: string[], ...rules: ReturnType<typeof rule>[]) => {
    const plain = sampleScenario();
    const { script } = plain.roles.find(({ key }) => key === 'ministry')!;
    const scenario = withRole(plain, 'ministry', { script: { ...script!, rules } });
    return movesOf('ministry', tableAt({ scenario }), { fired: new Set(fired) }).flatMap(({ why }) => (why.by === 'rule' ? [why.of] : []));
  };

  it.each<[string, string[], ReturnType<typeof rule>[], string[]]>([
    ['the highest speaks', [], [rule('low', 1), rule('high', 9), rule('middle', 5)], ['high']],
    ['of equals the first', [], [rule('one', 5), rule('other', 5)], ['one']],
    ['the next one when the first has spoken', ['high'], [rule('low', 1), rule('high', 9)], ['low']],
    ['none when none holds', [], [rule('never', 9, 'ne')], []],
  ])('%s', (_, fired, rules, expected) => {
    expect(said(fired, ...rules)).toEqual(expected);
  });
});

describe('a rule has had its turn', () => {
  const mind = (once: 'table' | 'revision') => {
    const { scenario } = tableAt();
    const own = mindOf(scenario, 'ministry')!;
    return { ...own, script: { ...own.script, rules: [{ ...own.script.rules[1]!, key: 'rule', once }] } };
  };
  const why = { by: 'rule' as const, of: 'rule', utility: 1, threshold: 1 };
  const told = (seq: number, role = 'ministry') => ({ reasons: [{ role, move: 'speak:s1', why, seq }] });
  const revised = (seq: number, how: 'editorial' | 'substantive') =>
    [
      { type: 'clause-revised', clause: 'orders', revision: 2, terms: {}, class: how, by: { seat: 'chair' }, seq, at: 0, audience: 'all' },
    ] as unknown as TableEvent[];

  it.each<[string, 'table' | 'revision', { reasons: TableState['reasons'] }, TableEvent[], string[]]>([
    ['never', 'table', { reasons: [] }, [], []],
    ['once at a table', 'table', told(5), revised(9, 'substantive'), ['rule']],
    ['once for this text', 'revision', told(5), [], ['rule']],
    ['for a text that was another', 'revision', told(5), revised(9, 'substantive'), []],
    ['for a text that only reads better now', 'revision', told(5), revised(9, 'editorial'), ['rule']],
    ['after the text changed', 'revision', told(9), revised(5, 'substantive'), ['rule']],
    ['of another seat with a rule of that name', 'table', told(5, 'banks'), [], []],
  ])('%s', (_, once, state, events, expected) => {
    expect([...firedBy(mind(once), state, events)]).toEqual(expected);
  });
});

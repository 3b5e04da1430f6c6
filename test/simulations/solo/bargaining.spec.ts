import { sampleScenario, withRole } from '../sample-scenario';
import { answered, movesOf, type Setting, tableAt, told } from './table';

const MIDDLE = { authority: 'regulator', duration: 'h24', notice: 'after', liability: 'state' };

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

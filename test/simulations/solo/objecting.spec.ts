import { sampleScenario } from '../sample-scenario';
import { answered, movesOf, type Setting, tableAt, told } from './table';

const MIDDLE = { authority: 'regulator', duration: 'h24', notice: 'after', liability: 'state' };

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

import { chairing, type Occasion } from '../../../src/simulations/solo/chair';
import { sight } from '../../../src/simulations/solo/sight';
import { answered, type Setting, tableAt, told } from './table';

/** The person sits for the operators (business); banks are business too, techcom is technical, rights and hospitals are civil society. */
function decided(setting: Setting, occasion: Occasion): string[] {
  const log = tableAt(setting);
  return told(chairing(sight(log, { seat: 'chair' }), log.scenario.objections, occasion));
}

const TAKEN = 'accept-amendment a1 substantive';
const against = { role: 'ministry', written: 'no-ban', remedy: { slot: 'duration', options: ['none', 'h72', 'h24'] } };
const slow = { role: 'ministry', written: 'too-slow', remedy: { slot: 'authority', options: ['minister', 'regulator'] } };

describe('a change that a person has a part in', () => {
  const ban = { role: 'operators', terms: { duration: 'ban' } };
  const court = { role: 'operators', terms: { authority: 'court' } };

  it.each<[string, Setting, boolean]>([
    ['nobody else behind it', { amendments: [ban] }, false],
    ['only the own group behind it', { amendments: [{ ...ban, seconds: ['banks'] }] }, false],
    ['two groups behind it', { amendments: [{ ...ban, seconds: ['techcom'] }] }, true],
    ['the person behind what another proposed', { amendments: [{ ...ban, role: 'techcom', seconds: ['operators'] }] }, true],
    ['the person has no part in it', { amendments: [{ ...ban, role: 'techcom', seconds: ['banks'] }] }, false],
    ['an objection to it stands', { amendments: [{ ...ban, seconds: ['techcom', 'rights'] }], objections: [against] }, false],
    [
      'the objection is answered, and not to the point',
      { amendments: [{ ...court, seconds: ['techcom'] }], objections: [{ ...slow, state: 'answered', answers: answered('law-is-law') }] },
      false,
    ],
    [
      'the objection is answered to the point',
      {
        amendments: [{ ...court, seconds: ['techcom'] }],
        objections: [{ ...slow, state: 'answered', answers: answered('judge-on-call') }],
      },
      true,
    ],
    [
      'as many groups speak against it as stand behind it',
      {
        amendments: [{ ...court, seconds: ['techcom'] }],
        objections: [{ ...slow, joined: ['hospitals'], state: 'answered', answers: answered('judge-on-call') }],
      },
      false,
    ],
    [
      'the objection was withdrawn',
      { amendments: [{ ...ban, seconds: ['techcom'] }], objections: [{ ...against, state: 'withdrawn' }] },
      true,
    ],
    [
      'the objection is to something else',
      { amendments: [{ ...ban, seconds: ['techcom'] }], objections: [{ ...against, remedy: { slot: 'notice', options: ['after'] } }] },
      true,
    ],
    [
      'the objection would be met by it',
      {
        amendments: [{ ...ban, seconds: ['techcom'] }],
        objections: [{ role: 'banks', remedy: { slot: 'duration', options: ['h24', 'ban'] } }],
      },
      true,
    ],
    [
      'the objector stands behind it all the same',
      { amendments: [{ ...ban, seconds: ['techcom'] }], objections: [{ role: 'techcom', remedy: { slot: 'duration', options: ['h24'] } }] },
      true,
    ],
  ])('%s', (_, setting, isTaken) => {
    expect(decided(setting, 'under-way')).toEqual(isTaken ? [TAKEN] : []);
  });
});

describe('what others bring', () => {
  const carried = { role: 'techcom', terms: { duration: 'h24' }, seconds: ['banks'] };
  const wider = { role: 'rights', clause: 'safeguards', terms: { notice: 'after' }, seconds: ['banks', 'techcom'] };

  it.each<[string, Occasion, Setting, string[]]>([
    ['waits while the round is under way', 'under-way', { amendments: [carried] }, []],
    ['is taken when the round ends', 'round-ends', { amendments: [carried] }, [TAKEN]],
    [
      'is taken one at a time, and the widest first; the other stays on the table',
      'round-ends',
      { amendments: [carried, wider] },
      ['accept-amendment a2 substantive'],
    ],
    [
      'is turned down at last when time is over',
      'talk-ends',
      { amendments: [carried, wider] },
      ['accept-amendment a2 substantive', 'reject-amendment a1'],
    ],
    ['is turned down when nobody is behind it', 'round-ends', { amendments: [{ ...carried, seconds: [] }] }, ['reject-amendment a1']],
    [
      'is turned down when somebody objects',
      'round-ends',
      { amendments: [{ ...carried, terms: { duration: 'ban' } }], objections: [against] },
      ['reject-amendment a1'],
    ],
    ['is left alone when it is settled', 'talk-ends', { amendments: [{ ...carried, state: 'superseded' }] }, []],
  ])('%s', (_, occasion, setting, expected) => {
    expect(decided(setting, occasion)).toEqual(expected);
  });

  it.each([
    ['alone', { seconds: [] }, [], 'simulations.chair.amendment-alone'],
    ['opposed', { terms: { duration: 'ban' } }, [against], 'simulations.chair.amendment-opposed'],
  ])('is told why: %s', (_, change, objections, phrase) => {
    const log = tableAt({ amendments: [{ ...carried, ...change }], objections });
    const [step] = chairing(sight(log, { seat: 'chair' }), log.scenario.objections, 'round-ends');
    expect(step!.command).toMatchObject({ words: { phrase } });
    expect(step!.why).toEqual({ by: 'procedure', of: phrase.split('.').at(-1), utility: null, threshold: null });
  });
});

describe('an objection', () => {
  const slowly = { ...slow, state: 'answered' as const, answers: answered('judge-on-call') };
  const court = { authority: 'court' };
  const RULED = 'rule-objection o1 in-the-rough null';

  it.each<[string, Setting, boolean]>([
    ['that was answered to the point before this round', { terms: court, objections: [slowly] }, true],
    ['that was answered beside the point', { terms: court, objections: [{ ...slowly, answers: answered('law-is-law') }] }, false],
    ['that was answered by nobody', { terms: court, objections: [slow] }, false],
    ['that the text has met', { objections: [slowly] }, false],
    ['that was withdrawn', { terms: court, objections: [{ ...slowly, state: 'withdrawn' }] }, false],
    ['in own words, which no argument is known to meet', { terms: court, objections: [{ ...slowly, written: null }] }, false],
  ])('%s', (_, setting, isRuled) => {
    expect(decided(setting, 'round-ends')).toEqual(isRuled ? [RULED] : []);
  });

  const justAnswered = (phase: string) => {
    const log = tableAt({ phase, terms: court, objections: [slowly] });
    const event = {
      type: 'objection-answered',
      id: 'o1',
      role: 'operators',
      kind: 'explains',
      words: { key: 'x' },
      answer: 'judge-on-call',
    } as const;
    const events = [...log.events, { ...event, seq: log.state.seq + 1, at: 3, by: { seat: 'operators' }, audience: 'all' as const }];
    return told(chairing(sight({ ...log, events }, { seat: 'chair' }), log.scenario.objections, 'round-ends'));
  };

  it('gives its owner a further round to say why the answer is not enough', () => {
    expect(justAnswered('first-round')).toEqual([]);
  });

  it('is ruled on in the last reading at the latest', () => {
    expect(justAnswered('last-reading')).toEqual([RULED]);
  });

  it('is never ruled on while a round is under way', () => {
    expect(decided({ terms: court, objections: [slowly] }, 'under-way')).toEqual([]);
  });
});

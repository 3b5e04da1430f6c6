import type { Command } from '../../../src/simulations/engine/commands';
import { at, type Played } from './played';

const words = { phrase: 'simulations.chair.question' };
const openHum: Command = { do: 'open-hum', words, options: ['yes', 'no'] };
type Ballots = Extract<Command, { do: 'close-hum' }>['ballots'];
const yes = (...values: number[]): Ballots => values.map((value) => ({ option: 'yes', value: value as 0 | 1 | 2 | 3 }));
const closeHum = (ballots: Ballots, present: number): Command => ({ do: 'close-hum', hum: 'h1', ballots, present });
const humming = () => at('first-round').does('chair', openHum);
const openHands: Command = { do: 'open-hands', words, options: ['yes', 'no'] };
const hand = (option: string | null, hands = 'n1'): Command => ({ do: 'raise-hand', hands, option });

describe('a hum', () => {
  it.each<[string, Ballots, number, unknown]>([
    ['of nobody', [], 7, null],
    ['of four, who could be told apart', yes(3, 3, 3, 3), 7, null],
    ['of five who do not hum', yes(0, 0, 0, 0, 0), 5, { yes: 'silence', no: 'silence' }],
    ['of five, one of whom hums a little', yes(1, 0, 0, 0, 0), 5, { yes: 'faint', no: 'silence' }],
    ['just below 15 of 100', yes(3, 3, 3, 3, 2, ...zeros(28)), 33, { yes: 'faint', no: 'silence' }],
    ['at 15 of 100', yes(3, 3, 3, ...zeros(17)), 20, { yes: 'moderate', no: 'silence' }],
    ['just below 45 of 100', yes(3, 3, 3, 3, 3, 3, 3, 3, 2, ...zeros(11)), 20, { yes: 'moderate', no: 'silence' }],
    ['at 45 of 100', yes(3, 3, 3, 3, 3, 3, 3, 3, 3, ...zeros(11)), 20, { yes: 'strong', no: 'silence' }],
    ['counted among all who are present', yes(3, 3, 3, 3, 3), 20, { yes: 'moderate', no: 'silence' }],
    ['of more than are said to be present', yes(3, 3, 3, 3, 3), 1, { yes: 'strong', no: 'silence' }],
    [
      'for both',
      [...yes(3, 3, 3, 0, 0), ...yes(1, 0, 0, 0, 0).map((ballot) => ({ ...ballot, option: 'no' }))],
      5,
      { yes: 'strong', no: 'faint' },
    ],
  ])('%s', (_, ballots, present, bands) => {
    expect(humming().does('machine', closeHum(ballots, present)).state.hums['h1']).toEqual({
      words,
      options: ['yes', 'no'],
      bands,
      open: false,
    });
  });

  it('names nobody: neither who asked nor who hummed', () => {
    const table = humming().does('chair', closeHum(yes(1, 2, 3, 0, 1), 5));
    const hums = table.events.filter(({ type }) => type.startsWith('hum-'));
    expect(hums.map(({ by }) => by)).toEqual(['machine', 'machine']);
    expect(JSON.stringify(hums)).not.toContain('value');
  });

  it.each<[string, Played, string, Command, string]>([
    ['while another goes on', humming(), 'chair', openHum, 'already-open'],
    ['about nothing', at('first-round'), 'chair', { ...openHum, options: [] }, 'nothing-here'],
    ['about the same twice', at('first-round'), 'chair', { ...openHum, options: ['yes', 'yes'] }, 'nothing-here'],
    ['by somebody who is not the chair', at('first-round'), 'rights', openHum, 'chair-only'],
  ])('is not opened %s', (_, table, actor, command, reason) => {
    expect(table.tries(actor, command)).toBe(reason);
  });

  it('is closed once, also when the phase is over', () => {
    expect(at('first-round').tries('machine', closeHum([], 0))).toBe('nothing-here');
    const table = humming().enters('second-round').does('machine', closeHum([], 0));
    expect(table.tries('machine', closeHum([], 0))).toBe('already-closed');
  });
});

describe('a show of hands', () => {
  it('is attributed, can be changed and taken back, and is counted when it closes', () => {
    const table = at('first-round')
      .does('chair', openHands)
      .does('rights', hand('yes'))
      .does('banks', hand('no'))
      .does('techcom', hand('yes'));
    table.does('banks', hand('yes')).does('techcom', hand(null));
    expect(table.sees('ministry').hands['n1']!.raised).toEqual({ rights: 'yes', banks: 'yes' });
    expect(table.does('chair', { do: 'close-hands', hands: 'n1' }).last()).toMatchObject({ counts: { yes: 2, no: 0 } });
  });

  it.each<[string, Command, string]>([
    ['for something that was not asked', hand('maybe'), 'nothing-here'],
    ['where nothing was asked', hand('yes', 'n9'), 'nothing-here'],
    ['when it was not up', hand(null), 'already-said'],
  ])('is refused %s', (_, command, reason) => {
    expect(at('first-round').does('chair', openHands).tries('rights', command)).toBe(reason);
  });

  it('is over when it is closed', () => {
    const table = at('first-round').does('chair', openHands).does('rights', hand('yes'));
    expect(table.tries('chair', openHands)).toBe('already-open');
    expect(table.tries('rights', hand('yes'))).toBe('already-said');
    table.does('chair', { do: 'close-hands', hands: 'n1' });
    expect(table.tries('rights', hand('no'))).toBe('already-closed');
    expect(table.tries('chair', { do: 'close-hands', hands: 'n1' })).toBe('already-closed');
    expect(table.tries('chair', { do: 'close-hands', hands: 'n9' })).toBe('nothing-here');
  });
});

it('the call is asked for once, by each seat that takes a side', () => {
  const table = at('first-round').does('rights', { do: 'call-consensus' });
  expect(table.sees('banks').calls).toEqual(['rights']);
  expect(table.tries('rights', { do: 'call-consensus' })).toBe('already-said');
  expect(table.tries('chair', { do: 'call-consensus' })).toBe('chair-takes-no-side');
});

function zeros(count: number): number[] {
  return Array.from({ length: count }, () => 0);
}

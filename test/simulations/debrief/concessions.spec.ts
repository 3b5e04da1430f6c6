import { concessions } from '../../../src/simulations/debrief/concessions';
import { sampleScenario, withRole } from '../sample-scenario';
import { HandWritten } from './log';

const log = (scenario = sampleScenario()) => new HandWritten(scenario).phase('briefing', 'opening', 'first-round');
const movesOf = (role: string, written: HandWritten) => concessions(written.played).roles.find((one) => one.role === role)!;
const short = (role: string, written: HandWritten) =>
  movesOf(role, written).moves.map(({ by, slot, from, to, cost }) => `${by} ${slot} ${from ?? '·'} ${to} ${cost}`);

describe('what a seat moves on', () => {
  // The ministry has 40 for the minister, 28 for the regulator and 12 for a court.
  it.each<[string, HandWritten, string[]]>([
    [
      'asking for the best there is costs nothing',
      log().amends('a1', 'ministry', 'orders', { authority: 'minister' }),
      ['amendment authority · minister 0'],
    ],
    [
      'asking for less the first time costs the difference to the best',
      log().amends('a1', 'ministry', 'orders', { authority: 'court' }),
      ['amendment authority · court 28'],
    ],
    [
      'later it costs the difference to what was asked for before',
      log().amends('a1', 'ministry', 'orders', { authority: 'regulator' }).amends('a2', 'ministry', 'orders', { authority: 'court' }),
      ['amendment authority · regulator 12', 'amendment authority regulator court 16'],
    ],
    [
      'coming back to the old demand is a gain',
      log().amends('a1', 'ministry', 'orders', { authority: 'court' }).amends('a2', 'ministry', 'orders', { authority: 'minister' }),
      ['amendment authority · court 28', 'amendment authority court minister -28'],
    ],
    [
      'asking for the same again is no move',
      log().amends('a1', 'ministry', 'orders', { authority: 'court' }).offers('p1', 'ministry', { authority: 'court', notice: 'after' }),
      ['amendment authority · court 28', 'package notice · after 6'],
    ],
    ['seconding is asking', log().amends('a1', 'rights', 'orders', { authority: 'court' }, 'ministry'), ['second authority · court 28']],
    [
      'so is accepting a package',
      log().offers('p1', 'rights', { authority: 'court', notice: 'before' }, { ministry: true }),
      ['answer authority · court 28', 'answer notice · before 16'],
    ],
    ['refusing one is not', log().offers('p1', 'rights', { authority: 'court' }, { ministry: 'authority' }), []],
    [
      'living with the text is, slot by slot',
      log().revises('orders', { authority: 'court', duration: 'h24' }, 'rights').stands('live-with', 'orders', 'ministry'),
      ['stance authority · court 28', 'stance duration · h24 16'],
    ],
    ['standing aside or objecting is not', log().stands('stand-aside', 'orders', 'ministry').stands('object', 'orders', 'ministry'), []],
  ])('%s', (_, written, moves) => expect(short('ministry', written)).toEqual(moves));

  it('is summed up by round, slot by slot from the first position to the last', () => {
    const written = log()
      .amends('a1', 'ministry', 'orders', { authority: 'regulator' })
      .phase('second-round')
      .amends('a2', 'ministry', 'orders', { authority: 'court' })
      .amends('a3', 'ministry', 'orders', { authority: 'minister' })
      .amends('a4', 'ministry', 'safeguards', { liability: 'state' })
      .phase('last-reading')
      .revises('safeguards', { notice: 'after', liability: 'state' }, 'rights')
      .stands('support', 'safeguards', 'ministry');
    const { rounds } = concessions(written.played);
    expect(rounds).toBe(2);
    expect(movesOf('ministry', written)).toMatchObject({
      ...{ group: 'government', gave: 12, got: 0 },
      byRound: [
        { round: 0, moves: 0, gave: 0, got: 0 },
        { round: 1, moves: 1, gave: 12, got: 0 },
        { round: 2, moves: 4, gave: 12, got: 12 },
      ],
    });
    expect(movesOf('banks', written)).toMatchObject({ moves: [], gave: 0, got: 0 });
  });

  it('has no cost where nobody wrote down what it is worth', () => {
    const written = log(withRole(sampleScenario(), 'ministry', { script: null })).amends('a1', 'ministry', 'orders', {
      authority: 'court',
    });
    expect(movesOf('ministry', written)).toMatchObject({ gave: null, got: null, moves: [{ slot: 'authority', to: 'court', cost: null }] });
  });
});

describe('what a change of the text does', () => {
  it('helps some and costs others, each by its own script', () => {
    const written = log().amends('a1', 'rights', 'orders', { authority: 'court' }).accepts('a1');
    expect(concessions(written.played).text).toMatchObject([
      {
        ...{ clause: 'orders', slot: 'authority', from: 'minister', to: 'court', role: 'rights', moment: { round: 1 } },
        effects: [
          { role: 'ministry', by: -28 },
          { role: 'operators', by: 25 },
          { role: 'banks', by: 10 },
          { role: 'rights', by: 35 },
          { role: 'techcom', by: 22 },
          { role: 'hospitals', by: 8 },
        ],
      },
    ]);
  });

  it('leaves out those who do not care', () => {
    const written = log().revises('orders', { authority: 'regulator' }, 'x').revises('orders', { authority: 'court' }, 'x');
    const [, { effects } = { effects: [] }] = concessions(written.played).text;
    expect(effects.map(({ role }) => role)).toEqual(['ministry', 'operators', 'rights', 'techcom', 'hospitals']);
  });

  it('is taken back by the change that takes it back', () => {
    const written = log().revises('safeguards', { notice: 'after' }, 'x').revises('safeguards', { notice: 'secret' }, 'x');
    const { text } = concessions(written.played);
    expect(text.map((move) => move.effects.find(({ role }) => role === 'rights')?.by)).toEqual([18, -18]);
  });
});

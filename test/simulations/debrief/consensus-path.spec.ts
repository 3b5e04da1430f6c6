import { consensusPaths, type PathPoint } from '../../../src/simulations/debrief/consensus-path';
import { sampleScenario } from '../sample-scenario';
import { HandWritten, WORDS } from './log';

const SIX = ['ministry', 'operators', 'banks', 'rights', 'techcom', 'hospitals'];
const log = () => new HandWritten().phase('briefing', 'opening', 'first-round');
const of = (clause: string, written: HandWritten) => consensusPaths(written.played).find((one) => one.clause === clause)!;
const short = (point: PathPoint) => [point.phase, point.kind, point.indicative, ...('level' in point ? [point.level] : [])].join(' ');

describe('the path of a clause', () => {
  const written = log()
    .stands('support', 'orders', 'rights', 'techcom')
    .phase('second-round')
    .stands('live-with', 'orders', 'ministry', 'operators')
    .objects('o1', 'hospitals', 'orders')
    .stands('object', 'orders', 'hospitals')
    .phase('last-reading')
    .answers('o1', 'banks')
    .settles('o1', 'chair', 'in-the-rough')
    .phase('call')
    .publishes('orders', 'rough-consensus', 'consensus')
    .and({ type: 'assessment-challenged', clause: 'orders', role: 'hospitals', words: WORDS })
    .publishes('orders', 'rough-consensus', 'rough-consensus', 2)
    .and({ type: 'assessment-final', clause: 'orders', level: 'rough-consensus' })
    .phase('outcome');

  it('goes from phase to phase, and then from the chair to the room and back', () => {
    expect(of('orders', written).points.map(short)).toEqual([
      'first-round phase-ended not-enough-engagement',
      'second-round phase-ended open-issues',
      'last-reading phase-ended rough-consensus',
      'call published rough-consensus consensus',
      'call challenged rough-consensus consensus',
      'call published rough-consensus rough-consensus',
      'call final rough-consensus rough-consensus',
      'call phase-ended rough-consensus',
    ]);
  });

  it('says why, where in the play, and which groups were wholly against', () => {
    const [first, second] = of('orders', written).points;
    expect(first).toMatchObject({
      round: 1,
      revision: 1,
      why: { reason: 'simulations.why.silence-is-no-agreement', details: { eligible: 6, answered: 2 } },
    });
    expect(second).toMatchObject({ round: 2, why: { reason: 'simulations.why.issues-open' }, against: [] });
  });

  it('measures how far the chair was from the evidence, and by whom it was disputed', () => {
    const path = of('orders', written);
    expect(path.points.flatMap((point) => ('distance' in point ? [point.distance] : []))).toEqual([1, 0, 0]);
    expect(path).toMatchObject({ final: 'rough-consensus', agreed: true, distance: 0, challenges: 1 });
    expect(path.points.find(({ kind }) => kind === 'challenged')).toMatchObject({ role: 'hospitals' });
  });

  it('measures the same below the evidence as above it', () => {
    expect(of('orders', log().phase('call').publishes('orders', 'consensus', 'open-issues')).distance).toBe(4);
  });

  it('is without an end where the chair said nothing', () => {
    const silent = of('safeguards', written);
    expect(silent).toMatchObject({ final: null, agreed: false, distance: null, challenges: 0 });
    expect(silent.points.map(({ kind }) => kind)).toEqual(['phase-ended', 'phase-ended', 'phase-ended', 'phase-ended']);
  });

  it('begins where a clause comes to the table', () => {
    const { clauses } = sampleScenario();
    const held = sampleScenario({ clauses: clauses.map((clause) => ({ ...clause, tabled: clause.key === 'orders' })) });
    const late = new HandWritten(held)
      .phase('briefing', 'opening', 'first-round', 'second-round')
      .and({ type: 'clause-tabled', clause: 'safeguards', role: 'chair' })
      .phase('last-reading');
    expect(of('safeguards', late).points.map(({ phase }) => phase)).toEqual(['second-round']);
  });
});

describe('alternatives beside the text', () => {
  it('are a minority view as long as no more stand behind one than a small minority', () => {
    const written = log()
      .amends('a1', 'rights', 'orders', { authority: 'court' })
      .amends('a2', 'rights', 'orders', { duration: 'h24' }, 'banks')
      .amends('a3', 'rights', 'orders', { duration: 'h72' })
      .and({ type: 'amendment-promoted', id: 'a1', words: WORDS }, { type: 'amendment-promoted', id: 'a2', words: WORDS })
      .stands('support', 'orders', ...SIX);
    expect(of('orders', written).alternatives).toEqual([
      { amendment: 'a1', role: 'rights', with: [], few: true },
      { amendment: 'a2', role: 'rights', with: ['banks'], few: false },
    ]);
  });
});

import { changesBy, genealogy } from '../../../src/simulations/debrief/genealogy';
import { HandWritten, WORDS } from './log';

const log = () => new HandWritten().phase('briefing', 'opening', 'first-round');
const of = (clause: string, written: HandWritten) => genealogy(written.played).find((one) => one.clause === clause)!;

describe('the history of a clause', () => {
  it('says of every revision whose it was, who was with it, and what it changed', () => {
    const written = log()
      .amends('a1', 'rights', 'orders', { authority: 'court', duration: 'none' }, 'banks', 'techcom')
      .accepts('a1')
      .phase('second-round')
      .offers('p1', 'ministry', { authority: 'regulator', notice: 'after' }, { rights: true, banks: true })
      .and({ type: 'package-taken', id: 'p1' })
      .revises('orders', { authority: 'regulator' }, 'ministry')
      .revises('safeguards', { notice: 'after' }, 'ministry');
    const orders = of('orders', written);
    expect(orders.start).toEqual({ authority: 'minister', duration: 'none' });
    expect(orders.final).toEqual({ authority: 'regulator', duration: 'none' });
    expect(orders.revisions).toMatchObject([
      {
        ...{ revision: 2, role: 'rights', of: { kind: 'amendment', id: 'a1' }, with: ['banks', 'techcom'] },
        ...{ moment: { phase: 'first-round', round: 1 }, changes: [{ slot: 'authority', from: 'minister', to: 'court' }] },
      },
      {
        ...{ revision: 3, role: 'ministry', of: { kind: 'package', id: 'p1' }, with: ['rights', 'banks'] },
        ...{ moment: { phase: 'second-round', round: 2 }, changes: [{ slot: 'authority', from: 'court', to: 'regulator' }] },
      },
    ]);
    expect(of('safeguards', written).revisions).toMatchObject([
      { revision: 2, of: { id: 'p1' }, changes: [{ slot: 'notice', from: 'secret', to: 'after' }] },
    ]);
    expect(orders.unadopted).toEqual([]);
  });

  it('does not give a change to a proposal that was not its source', () => {
    const written = log()
      .amends('a1', 'rights', 'orders', { authority: 'court' })
      .accepts('a1')
      .says('banks')
      .revises('orders', { duration: 'h24' }, 'chair');
    expect(of('orders', written).revisions.map((revision) => revision.of?.id ?? null)).toEqual(['a1', null]);
  });

  it('names the objections that a change met, while they were open', () => {
    const written = log()
      .objects('o1', 'rights', 'orders', { slot: 'authority', options: ['court'] })
      .objects('o2', 'banks', 'orders', { slot: 'authority', options: ['court', 'regulator'] })
      .objects('o3', 'hospitals', 'orders', { slot: 'authority', options: ['court'] })
      .settles('o3', 'hospitals', 'withdrawn')
      .objects('o4', 'techcom', 'orders', { slot: 'duration', options: ['h24'] })
      .objects('o5', 'techcom', 'orders')
      .revises('orders', { authority: 'court' }, 'rights')
      .revises('orders', { authority: 'regulator' }, 'ministry');
    expect(of('orders', written).revisions.map(({ meets }) => meets)).toEqual([['o1', 'o2'], ['o2']]);
  });

  it('keeps what was proposed and did not become text, against the text of then', () => {
    const written = log()
      .amends('a1', 'rights', 'orders', { authority: 'court' }, 'banks')
      .and({ type: 'amendment-rejected', id: 'a1', words: WORDS })
      .offers(
        'p1',
        'banks',
        { duration: 'h24', notice: 'before', liability: 'operator' },
        { rights: true, ministry: 'duration', techcom: null },
      )
      .and({ type: 'package-lapsed', id: 'p1' })
      .revises('orders', { duration: 'h72' }, 'ministry');
    expect(of('orders', written).unadopted).toEqual([
      {
        ...{ kind: 'amendment', id: 'a1', role: 'rights', with: ['banks'], state: 'rejected', rationale: WORDS, refused: [] },
        changes: [{ slot: 'authority', from: 'minister', to: 'court' }],
      },
      {
        ...{ kind: 'package', id: 'p1', role: 'banks', with: ['rights'], state: 'lapsed', rationale: null },
        refused: [
          { role: 'ministry', hurts: 'duration' },
          { role: 'techcom', hurts: null },
        ],
        changes: [{ slot: 'duration', from: 'none', to: 'h24' }],
      },
    ]);
    expect(of('safeguards', written).unadopted.map(({ id, changes }) => [id, changes])).toEqual([
      ['p1', [{ slot: 'notice', from: 'secret', to: 'before' }]],
    ]);
  });

  it('is its first words when nothing happened', () => {
    expect(of('orders', log())).toEqual({
      clause: 'orders',
      start: { authority: 'minister', duration: 'none' },
      final: { authority: 'minister', duration: 'none' },
      revisions: [],
      unadopted: [],
    });
  });
});

it.each([
  ['what is there already is no change', { a: 'x' }, { a: 'x' }, []],
  ['nor is what the text does not have', { b: 'x' }, { a: 'x' }, []],
  ['the rest is', { a: 'y' }, { a: 'x' }, [{ slot: 'a', from: 'x', to: 'y' }]],
])('%s', (_, terms, text, changes) => expect(changesBy(terms, text)).toEqual(changes));

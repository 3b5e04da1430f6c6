import { objectionLedger } from '../../../src/simulations/debrief/objection-ledger';
import { HandWritten } from './log';

const COURT = { slot: 'authority', options: ['court'] };
const log = () => new HandWritten().phase('briefing', 'opening', 'first-round');
const rows = (written: HandWritten) => objectionLedger(written.played).rows;

describe('the ledger of objections', () => {
  it('says when and by whom each was raised, answered and settled', () => {
    const [row] = rows(
      log()
        .objects('o1', 'rights', 'orders', COURT, 'own-judge')
        .and({ type: 'objection-joined', id: 'o1', role: 'hospitals' })
        .waits(9)
        .answers('o1', 'ministry', 'minister-is-elected')
        .answers('o1', 'banks', 'independent-body')
        .phase('second-round')
        .revises('orders', { authority: 'regulator' }, 'ministry')
        .settles('o1', 'chair', 'in-the-rough'),
    );
    expect(row).toMatchObject({
      id: 'o1',
      role: 'rights',
      group: 'civil-society',
      joined: ['hospitals'],
      clause: 'orders',
      written: 'own-judge',
    });
    expect(row!.raised).toMatchObject({ phase: 'first-round', round: 1 });
    expect(row!.settled).toMatchObject({ phase: 'second-round', round: 2, by: 'chair', rationale: { key: 'x' } });
    expect(row!.answers.map(({ role, group, addresses }) => [role, group, addresses])).toEqual([
      ['ministry', 'government', false],
      ['banks', 'business', true],
    ]);
    expect(row!.answeredAfter).toBe(11_000);
    expect(row).toMatchObject({ state: 'in-the-rough', comesTo: 'in-the-rough', textChanged: true, remedyMet: false, capitulation: false });
  });

  it.each<[string, HandWritten, object]>([
    [
      'open to the end',
      log().objects('o1', 'rights', 'orders'),
      { settled: null, answeredAfter: null, remedyMet: null, textChanged: false },
    ],
    [
      'answered by its own group only',
      log().objects('o1', 'rights', 'orders').answers('o1', 'hospitals'),
      { answeredByAnotherGroup: false, answers: [{ addresses: null }] },
    ],
    ['answered by another', log().objects('o1', 'rights', 'orders').answers('o1', 'banks'), { answeredByAnotherGroup: true }],
    ['withdrawn unanswered', log().objects('o1', 'rights', 'orders').settles('o1', 'rights', 'withdrawn'), { capitulation: true }],
    [
      'withdrawn after an answer',
      log().objects('o1', 'rights', 'orders').answers('o1', 'banks').settles('o1', 'rights', 'withdrawn'),
      { capitulation: false },
    ],
    [
      'met by the text at the end',
      log().objects('o1', 'rights', 'orders', COURT).revises('orders', { authority: 'court' }, 'rights'),
      { remedyMet: true, textChanged: true },
    ],
    [
      'the other clause changed',
      log().objects('o1', 'rights', 'orders').revises('safeguards', { notice: 'after' }, 'rights'),
      { textChanged: false },
    ],
    [
      'the clause changed before',
      log().revises('orders', { authority: 'court' }, 'rights').objects('o1', 'rights', 'orders'),
      { textChanged: false },
    ],
    [
      'the clause changed after the ruling',
      log()
        .objects('o1', 'rights', 'orders')
        .answers('o1', 'banks')
        .settles('o1', 'chair', 'upheld')
        .revises('orders', { authority: 'court' }, 'rights'),
      { textChanged: false },
    ],
  ])('%s', (_, written, expected) => expect(rows(written)[0]).toMatchObject(expected));

  it('follows a repetition to what it repeats', () => {
    const [, second] = rows(
      log()
        .objects('o1', 'rights', 'orders')
        .objects('o2', 'hospitals', 'orders')
        .answers('o2', 'banks')
        .settles('o2', 'chair', 'duplicate', 'o1')
        .settles('o1', 'chair', 'accommodated'),
    );
    expect(second).toMatchObject({ state: 'duplicate', of: 'o1', comesTo: 'accommodated' });
  });

  it('adds up', () => {
    const { rows: _, ...figures } = objectionLedger(
      log()
        .objects('o1', 'rights', 'orders', COURT)
        .answers('o1', 'banks')
        .settles('o1', 'chair', 'in-the-rough')
        .objects('o2', 'banks', 'orders')
        .settles('o2', 'banks', 'withdrawn')
        .objects('o3', 'hospitals', 'orders', COURT)
        .answers('o3', 'rights').played,
    );
    expect(figures).toEqual({
      raised: 3,
      answeredByAnotherGroup: { objections: 1, of: 3, percent: 33 },
      withRemedy: { objections: 2, of: 3, percent: 66 },
      settledOtherThanBySilence: { objections: 1, of: 2, percent: 50 },
      capitulations: 1,
    });
  });

  it('has nothing to divide by where nobody objected', () => {
    expect(objectionLedger(log().played)).toMatchObject({ rows: [], raised: 0, withRemedy: { objections: 0, of: 0, percent: null } });
  });
});

import { practised } from '../../../src/simulations/debrief/practised';
import { HandWritten } from './log';

const COURT = { slot: 'authority', options: ['court'] };
const log = () => new HandWritten().phase('briefing', 'opening', 'first-round');
const of = (written: HandWritten, role: string) => practised(written.played, role).map(({ practice, times }) => `${practice} ${times}`);

describe('what a table’s log proves of one seat', () => {
  it.each<[string, HandWritten, string, string[]]>([
    ['nothing happened', log(), 'rights', []],
    ['an objection nobody answered', log().objects('o1', 'rights', 'orders'), 'rights', []],
    ['one answered by the own group', log().objects('o1', 'rights', 'orders').answers('o1', 'hospitals'), 'rights', []],
    ['one answered by another group', log().objects('o1', 'rights', 'orders').answers('o1', 'banks'), 'rights', ['heard-across 1']],
    [
      'two answered by other groups',
      log().objects('o1', 'rights', 'orders').answers('o1', 'banks').objects('o2', 'rights', 'orders').answers('o2', 'ministry'),
      'rights',
      ['heard-across 2'],
    ],
    ['somebody else’s was answered', log().objects('o1', 'rights', 'orders').answers('o1', 'banks'), 'hospitals', []],
    [
      'an argument that meets the concern',
      log().objects('o1', 'rights', 'orders', COURT, 'own-judge').answers('o1', 'banks', 'independent-body'),
      'banks',
      ['answered-a-concern 1'],
    ],
    [
      'an argument that does not',
      log().objects('o1', 'rights', 'orders', COURT, 'own-judge').answers('o1', 'ministry', 'minister-is-elected'),
      'ministry',
      [],
    ],
    ['own words, which nobody can judge', log().objects('o1', 'rights', 'orders').answers('o1', 'banks'), 'banks', []],
    [
      'a change that writes another’s remedy into the text',
      log().objects('o1', 'rights', 'orders', COURT).amends('a1', 'ministry', 'orders', { authority: 'court' }, 'banks').accepts('a1'),
      'ministry',
      ['wrote-a-remedy 1'],
    ],
    [
      'one’s own remedy, which is no gift',
      log().objects('o1', 'rights', 'orders', COURT).amends('a1', 'rights', 'orders', { authority: 'court' }, 'banks').accepts('a1'),
      'rights',
      [],
    ],
    ['a package that was only offered', log().offers('p1', 'ministry', { authority: 'court' }, { banks: true }), 'ministry', []],
    [
      'a package that another group accepted',
      log()
        .offers('p1', 'ministry', { authority: 'court' }, { banks: true })
        .and({ type: 'package-taken', id: 'p1' })
        .revises('orders', { authority: 'court' }, 'ministry'),
      'ministry',
      ['built-a-bridge 1'],
    ],
  ])('%s', (_, written, role, expected) => expect(of(written, role)).toEqual(expected));
});

import { newId } from '../../../src/kernel/identifier';
import { knock, post } from '../../support/knock';
import { startLearning, type LearningWorld } from '../../support/world';
import { Listener } from '../live/listener';
import { PeopleTable } from '../together/people-table';

const SEATS = ['incumbent', 'exchange', 'providers', 'university', 'chair'];

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => (world = await startLearning()));
afterAll(() => world.stop());

const opened = async (...phases: string[]) => {
  table = await PeopleTable.opened(world, SEATS);
  for (const phase of phases) await table.enters(phase);
};
const sees = (as: string, path = '') => table.sees(as, path);
const send = (...sent: Parameters<PeopleTable['sends']>) => table.sends(...sent);

describe('tricks in what is written to each other', () => {
  const TRICKS = ['\u202e', '\u2066', '\u2069', '\u200f\u202b', '\u0000', '\u001b[2J', '\ud800'];

  it('words that turn the page round or cannot be shown are refused wherever people write, and kept to be corrected', async () => {
    await opened('opening', 'first-round');
    await send('incumbent', '/clauses/traffic/objections', { kind: 'interest', text: 'Our engineers work at night for this.', remedy: '' });
    await send('university', '/objections/o1/answers', { text: 'You can opt out, and say so in public.' });
    await send('providers', '/clauses/house/amendments', { 'terms.board': 'council', text: '', revision: '1' });
    const before = (await table.log()).events.length;
    const places: [as: string, path: string, fields: Record<string, string>][] = [
      ['university', '/messages', { to: 'providers' }],
      ['university', '/notes', {}],
      ['university', '/statements', {}],
      ['university', '/clauses/house/stances', { stance: 'support', revision: '1' }],
      ['chair', '/hums', {}],
      ['chair', '/hands', {}],
      ['chair', '/objections/o1/ruling', { ruling: 'upheld', version: '2' }],
      ['chair', '/clauses/house/amendments/a1/decision', { decision: 'substantive', revision: '1' }],
      ['university', '/report', {}],
    ];
    for (const [as, path, fields] of places) {
      for (const trick of TRICKS) {
        const page = await send(as, path, { ...fields, text: `We would ${trick}never sign this text.` });
        expect([path, JSON.stringify(trick), page.status, page.errors.length]).toEqual([path, JSON.stringify(trick), 422, 1]);
      }
    }
    expect((await table.log()).events).toHaveLength(before);
  });

  it('so are those of the team', async () => {
    await opened('opening');
    const before = (await table.log()).events.length;
    const forms: [path: string, fields: Record<string, string>][] = [
      ['words', { to: 'university' }],
      ['notes', {}],
      ['extension', { amount: '5', unit: 'minutes', phase: '2' }],
      ['end', { phase: '2' }],
    ];
    for (const [path, fields] of forms) {
      for (const trick of TRICKS) {
        const body = new URLSearchParams({ form: newId(), ...fields, text: `We would ${trick}never sign this text.` }).toString();
        const { status } = await post(world, `/cohorts/${table.cohort.id}/tables/${table.id}/${path}`, world.tomas, body);
        expect([path, JSON.stringify(trick), status]).toEqual([path, JSON.stringify(trick), 422]);
      }
    }
    expect((await table.log()).events).toHaveLength(before);
  });

  it('lines, markup and what looks like news of a stream stay words in a page, and are on no line', async () => {
    await opened('opening');
    const text = [
      'First line',
      '',
      'event: message',
      'data: {"parts":["brief"]}',
      '',
      '</bdi></p><script>alert(1)</script>',
      '{{secret}} &amp; ${7*7}',
    ].join('\r\n');
    const line = await Listener.of(world, `${table.address}/stream`, table.people['providers']!);
    await line.until(({ heard }) => heard.length === 1);
    expect((await send('university', '/messages', { to: 'providers', text })).status).toBe(303);
    await line.until(({ heard }) => heard.length === 2);
    expect(line.heard.map(({ data }) => data.parts).flat()).not.toContain('brief');
    expect(line.text).not.toContain('First line');
    line.close();
    const pages = [
      await knock(world, table.address, { who: table.people['providers']! }),
      await knock(world, `${table.address}/fragments/messages`, { who: table.people['providers']! }),
      await knock(world, `/cohorts/${table.cohort.id}/tables/${table.id}/log?only=messages`, { who: world.tomas }),
    ];
    for (const { status, text: html } of pages) {
      expect([status, html.includes('<script>alert'), html.includes('&lt;/bdi&gt;&lt;/p&gt;&lt;script&gt;alert(1)')]).toEqual([
        200,
        false,
        true,
      ]);
      expect(html).toContain('{{secret}} &amp;amp; ${7*7}');
    }
    expect((await sees('incumbent')).html).not.toContain('First line');
  });
});

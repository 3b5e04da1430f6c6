import { newId } from '../../../src/kernel/identifier';
import { all } from '../../support/html';
import { knock } from '../../support/knock';
import { Page } from '../../support/page';
import type { Seat } from '../seat';
import { PracticeRoom } from './practice-room';

/** Every secret of the scenario has this word in it: briefs, wishes, what comes later, what happened in reality, the names of rules. */
const CANARY = /canary[^<.]*/gi;
/** What may be read with it before the end. */
const OWN = /^canary (brief of the clinic|wish of the clinic)/i;
/** Names of the machinery in scripts and arguments; and of what comes only after the end. */
const NEVER = ['addresses', 'aspiration', 'reservation', 'utility', 'concede', 'priority', 'weight&quot;', '"script"', 'seed'];

const LATER = { 'second-round': /^canary (of rain|line that the office says)/i };

describe('what a seat may not know', () => {
  let room: PracticeRoom;
  let seat: Seat;
  beforeAll(async () => {
    room = await PracticeRoom.begin();
  });
  afterAll(() => room.world.stop());

  /** Every page of the table that its links and addresses lead to, and what it says. */
  async function crawl(start: string): Promise<{ address: string; html: string }[]> {
    const { wanjiku } = room.world;
    const seen = new Map<string, string>();
    const waiting = [start, seat.address, `${seat.address}/brief`, `${seat.address}/record`, `${seat.address}/record?page=1`];
    for (const step of ['reactions', 'description', 'analysis', 'application', 'roles/shops', 'roles/clinic', 'roles/chair'])
      waiting.push(`${seat.address}/debrief/${step}`);
    for (const clause of ['hours', 'costs', 'review']) waiting.push(`${seat.address}?clause=${clause}`);
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (seen.has(address)) continue;
      const { text, headers, status } = await knock(room.world, address, { who: wanjiku });
      expect([address, [200, 303, 404].includes(status)]).toEqual([address, true]); // a page that fails says nothing, which proves nothing
      seen.set(address, text + JSON.stringify(headers));
      if (status !== 200) continue;
      for (const link of all(new Page(text, address, status).root, 'a')) {
        const { pathname, search } = new URL(link.attributes['href'] ?? '', new URL(address, 'http://here.invalid'));
        if (pathname.startsWith('/tables/') || pathname.startsWith('/simulations/')) waiting.push(pathname + search);
      }
    }
    return [...seen].map(([address, html]) => ({ address, html }));
  }

  async function leaks(start: string, allowed: RegExp[]): Promise<string[]> {
    const pages = await crawl(start);
    expect(pages.length).toBeGreaterThan(10);
    return pages.flatMap(({ address, html }) =>
      [
        ...[...html.matchAll(CANARY)].map(([words]) => words).filter((words) => !allowed.some((each) => each.test(words))),
        ...NEVER.filter((word) => html.includes(word)),
      ].map((words) => `${address.replace(seat.address, '')}: ${words}`),
    );
  }

  it.each<[phase: string, times: number, allowed: RegExp[]]>([
    ['while the brief is read', -1, []],
    ['in the opening', 0, []],
    ['in the first round', 1, []],
    ['in the second round', 1, [LATER['second-round']]],
    ['in the last reading', 1, [LATER['second-round']]],
    ['in the call', 1, [LATER['second-round']]],
    ['while the outcome is awaited', 1, [LATER['second-round']]],
  ])('%s it is in no byte of any page', async (_, times, allowed) => {
    const { wanjiku } = room.world;
    const start = `/simulations/${await room.enrolment(wanjiku)}/practice/round`;
    if (times < 0) seat = await room.opened(wanjiku, 'round');
    else if (times === 0) expect((await room.send(wanjiku, `${seat.address}/brief`)).status).toBe(303);
    else await seat.goesOn(times);
    expect(await leaks(start, [OWN, ...allowed])).toEqual([]);
  });

  it('nor of a page that refuses something', async () => {
    const { wanjiku } = room.world;
    const found: string[] = [];
    for (const [address, fields] of [
      ['/statements', { statement: 'exam-week', text: '' }],
      ['/clauses/hours/stances', { stance: '', text: '', revision: '1' }],
      ['/objections/o1/answers', { text: '' }],
      ['/clauses/hours/minority', { text: 'No' }],
      ['/call', {}],
      ['/end', { text: 'x'.repeat(2001) }],
    ] as const) {
      const { status, text } = await room.send(wanjiku, seat.address + address, fields, newId());
      expect([409, 422]).toContain(status);
      found.push(
        ...[...text.matchAll(CANARY)]
          .map(([words]) => words)
          .filter((words) => ![OWN, LATER['second-round']].some((each) => each.test(words))),
      );
    }
    expect(found).toEqual([]);
  });

  it('before the end the debrief leads back to the room, and no brief can be opened', async () => {
    const { wanjiku } = room.world;
    for (const step of ['reactions', 'description', 'analysis', 'application', 'nothing']) {
      const { status, headers } = await knock(room.world, `${seat.address}/debrief/${step}`, { who: wanjiku });
      expect([step, status, headers['location']]).toEqual([step, 303, seat.address]);
    }
    for (const role of ['shops', 'clinic', 'chair', 'nobody'])
      expect((await room.get(wanjiku, `${seat.address}/debrief/roles/${role}`)).status).toBe(404);
  });

  it('after it what was announced is open: briefs, whispers of scripts, what happened in reality; the scripts themselves never', async () => {
    await seat.goesOn();
    const pages = await crawl(seat.address);
    const html = pages.map((page) => page.html).join('\n');
    expect(html).toContain('The canary brief of the shops');
    expect(html).toContain('A canary of reality');
    expect(html).toContain('canary whisper');
    expect(['canary-rule', 'addresses', 'concede', 'priority'].filter((word) => html.includes(word))).toEqual([]);
  });
});

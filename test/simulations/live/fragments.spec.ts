import { newId } from '../../../src/kernel/identifier';
import type { Sent } from '../../../src/simulations/live/fragments.service';
import { PARTS } from '../../../src/simulations/live/parts';
import { all, textOf } from '../../support/html';
import { knock } from '../../support/knock';
import { read } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { PeopleTable } from '../together/people-table';

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => {
  world = await startLearning();
  table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
  await table.enters('opening');
  await table.enters('first-round');
});
afterAll(() => world.stop());

const get = (path: string, as = 'university') => knock(world, path, { who: table.people[as]! });

describe('parts of a room', () => {
  it('are the same alone as in the page', async () => {
    const page = read(await get(`${table.address}?clause=house`), table.address);
    const parts = await get(`${table.address}/fragments/${PARTS.join(',')}?clause=house`);
    const fragments = read(`<!doctype html><html lang="en"><head><title>x</title></head><body>${parts.text}</body></html>`);
    for (const part of PARTS) {
      const [inPage, alone] = [page, fragments].map(({ root }) =>
        [...all(root)].find(({ attributes }) => attributes['data-part'] === part)!,
      );
      expect(textOf(inPage!).length).toBeGreaterThan(0);
      expect([part, textOf(alone!)]).toEqual([part, textOf(inPage!)]);
    }
  });

  it('come one by one, without the house round them, and are not kept', async () => {
    const { status, text, headers } = await get(`${table.address}/fragments/floor`);
    expect([status, headers['cache-control'], text.includes('<html'), text.match(/data-part="/g)]).toEqual([
      200,
      'no-store',
      false,
      ['data-part="'],
    ]);
  });

  it.each(['brief', 'now,brief', 'now,', '', 'constructor', '..%2f..%2fetc'])('there is none called “%s”', async (name) => {
    expect((await get(`${table.address}/fragments/${name}`)).status).toBe(404);
  });

  describe('in pieces, for a page that says what it has', () => {
    const parts = PARTS.join();
    interface Had {
      marks: string[];
      pieces: string[][];
    }
    const NOTHING: Had = { marks: [], pieces: [] };
    const asked = async ({ marks }: Pick<Had, 'marks'>, as?: string) => {
      const { status, text, headers } = await get(`${table.address}/fragments/${parts}?known=${marks.join()}`, as);
      expect([status, headers['content-type'], headers['content-security-policy'], headers['x-content-type-options']]).toEqual([
        200,
        'application/json; charset=utf-8',
        "default-src 'none'",
        'nosniff',
      ]);
      return JSON.parse(text) as Sent;
    };
    const put = (sent: Sent, had: Had): Had => ({
      marks: sent.parts.map(([mark]) => mark),
      pieces: sent.parts.map(([, patch], index) =>
        patch.flatMap((one) => (typeof one === 'string' ? [one] : had.pieces[index]!.slice(...one))),
      ),
    });
    const isNew = (sent: Sent) => sent.parts.flatMap(([, patch]) => patch.filter((one) => typeof one === 'string'));
    const whole = async () =>
      (await get(`${table.address}/fragments/${parts}`)).text.replaceAll(/(name="form" value=")[^"]*/g, '$1').trim();
    const html = ({ pieces }: Had) => pieces.flat().join('').trim();

    it('everything is sent once, and then only what changed', async () => {
      const first = put(await asked(NOTHING), NOTHING);
      expect(html(first)).toBe(await whole());
      const again = await asked(first);
      expect(again.parts.map(([, patch]) => patch)).toEqual(first.pieces.map(({ length }) => [[0, length]]));
      await table.does('chair', { do: 'speak', words: { key: 'statements.together' }, length: 0 });
      const news = await asked(first);
      const second = put(news, first);
      expect(html(second)).toBe(await whole());
      const sent = isNew(news);
      expect([sent.length > 0, JSON.stringify(sent).length < JSON.stringify(first.pieces).length / 10]).toEqual([true, true]);
    });

    it('the moment they are of is said, as the line of the table calls it', async () => {
      const cursor = /data-cursor="([^"]+)"/.exec((await get(table.address)).text)![1]!;
      expect((await asked(NOTHING)).at).toBe(cursor);
      await table.does('chair', { do: 'speak', words: { key: 'statements.together' }, length: 0 });
      const [before, after] = [cursor, (await asked(NOTHING)).at].map((moment) => Number(moment.split('.').at(-1)));
      expect(after).toBeGreaterThan(before!);
    });

    it('what somebody else was sent is asked for in vain', async () => {
      const { marks } = put(await asked(NOTHING, 'chair'), NOTHING);
      expect((await asked({ marks })).parts.every(([, patch]) => patch.every((one) => typeof one === 'string'))).toBe(true);
    });

    it.each(['abc', '<script>', ',,,,,,,', '__proto__', 'a'.repeat(60_000)])('marks that nobody knows (%#) are none', async (known) => {
      const { status, text } = await get(`${table.address}/fragments/now?known=${encodeURIComponent(known)}`);
      if (status === 431) return; // too long for any address
      expect([status, isNew(JSON.parse(text) as Sent).length > 0]).toEqual([200, true]);
    });
  });

  it('of somebody else’s table are not there', async () => {
    for (const who of [world.amara, world.wanjiku, world.mei])
      expect((await knock(world, `${table.address}/fragments/now`, { who })).status).toBe(404);
    expect((await get(`/tables/${newId()}/fragments/now`)).status).toBe(404);
  });
});

describe('without scripts', () => {
  const meta = '<meta http-equiv="refresh" content="10">';

  it('the page has a link to look again, and looks again by itself only when asked to', async () => {
    const page = await get(table.address);
    expect(page.text).not.toContain(meta);
    expect(read(page, table.address).offers('Look again')).toBe(true);
    const following = await get(`${table.address}?follow=on`);
    expect(following.text).toContain(`<noscript>${meta}</noscript>`);
    expect(read(following, table.address).links.some(({ address }) => address.endsWith('follow=off'))).toBe(true);
  });
});

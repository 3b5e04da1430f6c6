import { newId } from '../../../src/kernel/identifier';
import { PARTS } from '../../../src/simulations/live/parts';
import { all, textOf } from '../../support/html';
import { knock, post } from '../../support/knock';
import { read } from '../../support/page';
import { startLearning, type LearningWorld } from '../../support/world';
import { Listener } from '../live/listener';
import { PeopleTable } from '../together/people-table';

let world: LearningWorld;
let table: PeopleTable;
beforeAll(async () => {
  world = await startLearning();
  table = await PeopleTable.opened(world, ['incumbent', 'exchange', 'providers', 'university', 'chair']);
  await table.enters('opening');
  await table.enters('first-round');
  await table.directs({ do: 'annotate', words: { phrase: 'simulations.chair.challenge-heard' } });
  await table.directs({ do: 'nudge', to: 'university', words: { phrase: 'simulations.chair.room-has-moved' } });
});
afterAll(() => world.stop());

const address = () => `/cohorts/${table.cohort.id}/tables/${table.id}`;
const get = (path: string, who = world.tomas) => knock(world, path, { who });
const places = (html: string, part: string) =>
  [...all(read(html, address()).root)].filter(({ attributes }) => attributes['data-part'] === part);

describe('the page from which a table is guided', () => {
  it('has a line on which it hears what changes, from the moment at which it was printed', async () => {
    const { text } = await get(address());
    const [, stream, cursor] = /data-stream="([^"]+)".*data-cursor="([^"]+)"/.exec(text)!;
    const line = await Listener.of(world, `${stream}?after=${cursor}`, world.tomas);
    await line.until((one) => one.text.includes('retry'));
    await table.does('providers', { do: 'join-queue', remote: false });
    await line.until(({ heard }) => heard.length === 1);
    expect(line.heard[0]!.data.parts).toEqual(['now', 'floor']);
    line.close();
    expect((await get(`${address()}/fragments/now,floor`)).text).toContain('Waits for the floor');
  });

  it.each(['?clause=house', '?clause=trust'])(
    'its parts are the same alone as in the page, one by one and in their order: %s',
    async (query) => {
      const page = (await get(address() + query)).text;
      const parts = (await get(`${address()}/fragments/${PARTS.join(',')}${query}`)).text;
      const alone = `<!doctype html><html lang="en"><head><title>x</title></head><body>${parts}</body></html>`;
      for (const part of PARTS) {
        const [there, here] = [page, alone].map((html) => places(html, part).map((place) => textOf(place)));
        expect(there!.length).toBeGreaterThan(0);
        expect([part, here]).toEqual([part, there]);
      }
      expect(PARTS.map((part) => places(page, part).length)).toEqual([4, 1, 1, 2, 1]);
    },
  );

  it('its parts come without the house round them, and are not kept', async () => {
    const { status, text, headers } = await get(`${address()}/fragments/text`);
    expect([status, headers['cache-control'], text.includes('<html'), text.match(/data-part="/g)]).toEqual([
      200,
      'no-store',
      false,
      ['data-part="'],
    ]);
  });

  it.each(['brief', 'now,', '', 'constructor', '..%2f..%2fetc'])('has no part called “%s”', async (name) => {
    expect((await get(`${address()}/fragments/${name}`)).status).toBe(404);
  });

  it('shows its parts to the team alone', async () => {
    const parts = `${address()}/fragments/now`;
    for (const who of [world.amara, world.sofia]) expect((await get(parts, who)).status).toBe(200);
    for (const who of [table.people['chair']!, world.nour, world.mei, world.wanjiku]) expect((await get(parts, who)).status).toBe(404);
    expect((await get(`/cohorts/${table.cohort.id}/tables/${newId()}/fragments/now`)).status).toBe(404);
  });
});

describe('without scripts', () => {
  const meta = '<meta http-equiv="refresh" content="10">';

  it('the page has a link to look again, and looks again by itself only when asked to', async () => {
    const page = await get(`${address()}?clause=trust`);
    expect(page.text).not.toContain(meta);
    expect(read(page, address()).links.find(({ name }) => name === 'Look again')!.address).toBe(`${address()}?clause=trust`);
    const following = await get(`${address()}?follow=on`);
    expect(following.text).toContain(`<noscript>${meta}</noscript>`);
    expect(read(following, address()).links.some(({ address: to }) => to.endsWith('follow=off'))).toBe(true);
  });

  it('a page with something to correct does not look again by itself', async () => {
    const body = new URLSearchParams({ form: newId(), to: 'university', text: '' }).toString();
    const answer = await post(world, `${address()}/words?follow=on`, world.tomas, body);
    expect([answer.status, answer.text.includes(meta)]).toEqual([422, false]);
  });
});

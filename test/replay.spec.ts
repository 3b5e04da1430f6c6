import { newId } from '../src/kernel/identifier';
import { Outbox } from '../src/web/mail/outbox.service';
import { countOf, rowsOf, TABLES } from './support/tables';
import { post } from './support/knock';
import type { Answer } from './support/page';
import { routesOf } from './support/routes';
import { routeOf, startTour, type Tour, unvisited } from './support/tour';
import type { Example } from './support/tour-forms';

/** Sessions begin and wrong passwords are counted each time; that is what they are for. */
const COUNTED = ['sessions', 'failed_tries'];

/** Routes on which the same form twice is more than once, and why that is right. */
const NOT_ONCE: Record<string, string> = {
  'POST /sign-in': 'whoever signs in twice gets two sessions',
  'POST /sign-in/code': 'a code works once, and whoever has signed in waits for none',
  'POST /sign-in/link': 'whoever asks twice gets two letters; the link in the first stops working',
  'POST /sign-out': 'there is nothing left to end',
  'POST /account/privacy/erasure': 'whoever is erased is signed out: nobody is there to send it again',
  'POST /password/forgotten': 'whoever asks twice gets two letters; the link in the first stops working',
  'POST /chapters/:chapter/invitations': 'a link cannot be shown twice, because only its hash is kept: the second one replaces it',
};

/** Where somebody stands and what they answered last: the same said again is the same, said later. */
const MOMENTS: Record<string, string[]> = {
  answers: ['savedAt', 'sequence'],
  certificate_batches: ['after', 'endedAt', 'issued', 'seen'], // goes on by itself
  outbox_messages: ['dueAt', 'sentAt', 'text', 'tries'], // the worker is on its way with them
  reading_places: ['at'],
};

/** How many rows each table has gained or lost. */
type Effect = Record<string, number>;

describe('a form that is sent again', () => {
  let once: Tour;
  let again: Tour;
  beforeAll(async () => {
    once = await startTour();
    again = await startTour();
  });
  afterAll(async () => {
    await again.world.stop();
    await once.world.stop();
  });

  const nameOf = ({ world }: Tour, { address }: Example) => `POST ${routeOf(routesOf(world), 'POST', address)!.path}`;
  const send = ({ world }: Tour, { who, address, fields }: Example, formId: string) =>
    post(world, address, who, new URLSearchParams({ form: formId, ...fields }).toString());

  async function effect({ world }: Tour, work: () => Promise<void>): Promise<Effect> {
    const count = async () => Promise.all(TABLES.map(async (table) => [table, await countOf(world.database, table)] as const));
    const before = new Map(await count());
    await work();
    const changes = (await count()).map(([table, rows]) => [table, rows - before.get(table)!] as const);
    return Object.fromEntries(changes.filter(([table, change]) => change !== 0 && !COUNTED.includes(table)));
  }

  /** Everything that is stored, but for what is counted and for when it was said. */
  async function standing({ world }: Tour): Promise<Record<string, string>> {
    await world.app.get(Outbox, { strict: false }).work(); // letters that were put into it have left, or never will
    const tables = TABLES.filter((table) => !COUNTED.includes(table));
    const found = tables.map(async (table) => {
      const rows = (await rowsOf(world.database, table)).map((row) =>
        Object.entries(row).filter(([column]) => !MOMENTS[table]?.includes(column)),
      );
      return [table, JSON.stringify(rows.map((row) => JSON.stringify(row)).sort())] as const;
    });
    return Object.fromEntries(await Promise.all(found));
  }

  it('has an example for every route', () => {
    expect(unvisited(again, routesOf(again.world))).toEqual([]);
    expect(Object.keys(NOT_ONCE).filter((name) => !again.examples.some((one) => nameOf(again, one) === name))).toEqual([]);
  });

  it('has one effect, and leads to where it led the first time', async () => {
    const found: string[] = [];
    for (const [i, example] of again.examples.entries()) {
      const name = nameOf(again, example);
      const single = once.examples[i]!;
      const wanted = await effect(once, async () => void (await send(once, single, newId())));
      if (name in NOT_ONCE) continue;
      const formId = newId();
      const twice: Answer[] = [];
      const had = await effect(again, async () => {
        twice.push(...(await Promise.all([send(again, example, formId), send(again, example, formId)])));
      });
      const after = await standing(again);
      const now = again.world.clock.now();
      again.world.clock.advance({ minutes: 2 });
      const later = await send(again, example, formId);
      again.world.clock.set(now); // what has its time, as a phase of a table, is not over for the forms after it
      const changed = Object.entries(await standing(again)).filter(([table, rows]) => after[table] !== rows);
      const places = [...twice, later].map(({ status, headers }) => `${status} ${headers['location'] ?? ''}`);
      if (new Set(places).size > 1 || twice[0]!.status >= 400) found.push(`${name} leads to ${places.join(', ')}`);
      if (JSON.stringify(had) !== JSON.stringify(wanted)) found.push(`${name} does ${JSON.stringify(had)}, once ${JSON.stringify(wanted)}`);
      found.push(...changed.map(([table]) => `${name} later changes ${table}`));
    }
    expect(found).toEqual([]);
    expect([...again.world.log.faults, ...once.world.log.faults]).toEqual([]);
  });

  it('opens nobody else’s account, whatever it says the second time', async () => {
    const steward = again.examples.find(({ address }) => address === again.links.steward)!;
    const formId = newId();
    await send(once, { ...steward, address: once.links.steward }, formId);
    const { wanjiku } = once.world;
    for (const id of [formId, newId()]) {
      const thief = await send(once, { ...steward, address: once.links.steward, fields: { ...steward.fields, email: wanjiku.email } }, id);
      expect([303, 410]).toContain(thief.status);
      expect(String(thief.headers['set-cookie'] ?? '')).not.toContain('session=');
    }
    const password = { ...again.examples.find(({ address }) => address === again.links.reset)!, address: once.links.reset };
    const before = await standing(once);
    await send(once, { ...password, fields: { password: 'another one, much longer' } }, newId());
    expect(await standing(once)).toEqual(before);
  });
});

import { get, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { SessionStore } from '../../src/web/sessions/session-store.service';
import { open, read } from '../support/page';
import { fill } from '../support/submit';
import { as, sessionFor } from '../support/visitor';
import { Sources } from '../support/laws/sources';
import { type LearningWorld, startLearning } from '../support/world';

const SLOW_MS = 200;
const SAVED = 'Saved.';

let world: LearningWorld;
let cookie: string;
beforeAll(async () => {
  world = await startLearning();
  cookie = `session=${await sessionFor(world, world.amara)}`;
  const store = world.app.get(SessionStore, { strict: false });
  const set = store.set.bind(store);
  store.set = (id, session, done) => void setTimeout(() => set(id, session, done), SLOW_MS);
});
afterAll(() => world.stop());

/** Sends a form and follows as a browser does: as soon as the address has come, whatever else is still on its way. */
function press(address: string, body: string): Promise<string> {
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  return new Promise((come, failed) => {
    const sent = request(world.address + address, { method: 'POST', headers }, (answer) => {
      answer.resume();
      come(look(answer.headers.location!));
    });
    sent.on('error', failed).end(body);
  });
}

/** A page, asked for on a connection of its own; `begun` hears of its first bytes. */
function look(address: string, begun: () => void = () => undefined): Promise<string> {
  return new Promise((come, failed) => {
    get(new URL(address, world.address), { headers: { cookie }, agent: false }, (answer: IncomingMessage) => {
      begun();
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => come(read(text).text)).on('error', failed);
    }).on('error', failed);
  });
}

describe('what is said once', () => {
  it('is said by the next page, however slowly sessions are saved, and by no other', async () => {
    const address = `/cohorts/${world.cohort.id}/settings`;
    const page = await open(as(world, world.amara), address);
    const { pairs } = fill(page, 'Save', { Name: 'Nairobi, spring' });
    expect(await press(address, new URLSearchParams(pairs).toString())).toContain(SAVED);
    expect(await look(address)).not.toContain(SAVED);
  });

  it('is forgotten before its page is sent: a second page that is opened at its first bytes does not say it again', async () => {
    const address = `/cohorts/${world.cohort.id}/settings`;
    const { pairs } = fill(await open(as(world, world.amara), address), 'Save', { Name: 'Nairobi, autumn' });
    const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(world.address + address, { method: 'POST', headers, redirect: 'manual', body: new URLSearchParams(pairs) });
    await answer.text();
    let second: Promise<string> = Promise.resolve(SAVED);
    const first = await look(answer.headers.get('location')!, () => (second = look(address)));
    expect(first).toContain(SAVED);
    expect(await second).not.toContain(SAVED);
  });

  it('is set in one place, so that nobody forgets to wait', () => {
    const src = Sources.read(join(__dirname, '../../src'));
    const setting = src.files.filter((file) => /\.flash\s*=[^=]/.test(src.text(file)));
    expect(setting).toEqual(['web/sessions/flash.ts']);
  });
});

import request, { type Test } from 'supertest';
import type { TestApp } from './app';
import { all } from './html';
import { read } from './page';

/** Somebody with a browser of their own: it keeps cookies, and sends what browsers send. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  private ready: Promise<void> | null = null;

  constructor(
    private readonly address: string,
    /** Done before the first request leaves, such as signing in. */
    private readonly before: ((visitor: Visitor) => Promise<void>) | null = null,
  ) {}

  get(address: string): Test {
    return this.prepared(request(this.address).get(address));
  }

  head(address: string): Test {
    return this.prepared(request(this.address).head(address));
  }

  /** A form post of this site's own pages; `.send('a=b')` or `.send({ a: 'b' })`. */
  post(address: string): Test {
    return this.prepared(request(this.address).post(address)).type('form').set('sec-fetch-site', 'same-origin');
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  keep(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** As when a session has ended, or cookies were cleared. */
  forget(name: string): void {
    this.cookies.delete(name);
  }

  /** Sends the cookies of the moment at which the request leaves, and keeps those that come back. */
  private prepared(test: Test): Test {
    const end = test.end.bind(test);
    test.redirects(0);
    test.end = ((done: Parameters<Test['end']>[0]) => {
      this.begin().then(
        () => {
          if (this.cookies.size) test.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
          end(done);
        },
        (error: unknown) => done?.(error, undefined as never),
      );
      return test;
    }) as Test['end'];
    test.on('response', ({ headers }: { headers: Record<string, string | string[] | undefined> }) =>
      this.take([headers['set-cookie'] ?? []].flat()),
    );
    return test;
  }

  private begin(): Promise<void> {
    this.ready ??= this.before ? this.before(this) : Promise.resolve();
    return this.ready;
  }

  private take(lines: string[]): void {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      const past = /expires=([^;]+)/i.exec(line)?.[1];
      if (past && Date.parse(past) < 1000) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
  }
}

export interface Account {
  id: string;
  email: string;
}

/** Every test person has the same one; it is the app that turns it into a hash. */
export const PASSWORD = 'kiondo baskets by the lake';

const signedIn = new WeakMap<TestApp, Map<string, Promise<string>>>();

/** Somebody who is not signed in. */
export const stranger = (app: TestApp): Visitor => new Visitor(app.address);

/** The cookie of this person's session, begun through the real form (once for each app). */
export function sessionFor(app: TestApp, person: Account): Promise<string> {
  const sessions = signedIn.get(app) ?? new Map<string, Promise<string>>();
  signedIn.set(app, sessions);
  if (!sessions.has(person.id)) sessions.set(person.id, sessionOf(stranger(app), person.email));
  return sessions.get(person.id)!;
}

/** This person in a browser of theirs, signed in; every browser of theirs shares that one session. */
export function as(app: TestApp, person: Account): Visitor {
  return new Visitor(app.address, async (visitor) => visitor.keep('session', await sessionFor(app, person)));
}

/** A session of its own, for tests that end it. */
export async function signIn(app: TestApp, person: Account, password = PASSWORD): Promise<Visitor> {
  const visitor = stranger(app);
  await sessionOf(visitor, person.email, password);
  return visitor;
}

async function sessionOf(visitor: Visitor, email: string, password = PASSWORD): Promise<string> {
  const page = read(await visitor.get('/sign-in').expect(200), '/sign-in');
  const form = [...all(page.root, 'form')].find((one) =>
    [...all(one, 'input')].some(({ attributes }) => attributes['type'] === 'password'),
  )!;
  const hidden = [...all(form, 'input')].filter(({ attributes }) => attributes['type'] === 'hidden');
  const body = new URLSearchParams({ email, password });
  for (const { attributes } of hidden) body.set(attributes['name']!, attributes['value'] ?? '');
  await visitor.post('/sign-in').send(body.toString()).expect(303);
  const session = visitor.cookie('session');
  if (!session) throw new Error(`${email} could not sign in`);
  return session;
}

import type { DataSource } from 'typeorm';
import { createDataSource, openDatabase } from '../../src/database/open-database';
import { migrations } from '../../src/database/migrations';
import { newId } from '../../src/kernel/identifier';
import { Person } from '../../src/people/person.entity';
import { freshDatabase } from '../support/database';
import { lettersTo } from '../support/mail';
import { open, read } from '../support/page';
import { fill } from '../support/submit';
import { send } from '../chapters/sending';
import { PASSWORD, signIn, stranger } from '../support/visitor';
import { invitationTo, type LearningWorld, startLearning } from '../support/world';

const BUTTON = 'Join and start reading';

/** One mailbox each, and the ways in which its owner types it. */
const WAYS: [who: string, written: string, typed: string[]][] = [
  [
    'Élodie',
    'ÉLODIE@example.org',
    ['ÉLODIE@example.org', 'élodie@example.org', 'e\u0301lodie@EXAMPLE.org', '\u200eélodie@example.org\u200f'],
  ],
  [
    'Jürgen',
    'jürgen@bücher.example',
    ['jürgen@BÜCHER.example', 'Jürgen@bücher.example', 'jürgen@xn--bcher-kva.example', 'jürgen@bu\u0308cher.example'],
  ],
  ['Иван', 'иван@пример.испытание', ['иван@пример.испытание', 'ИВАН@ПРИМЕР.ИСПЫТАНИЕ', 'иван@xn--e1afmkfd.xn--80akhbyknj4f']],
  ['Hana', 'hana@example.org', ['ｈａｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'hana@example.org', 'HANA@example.org']],
];

describe('one mailbox, however its address is typed', () => {
  let world: LearningWorld;
  let link: string;
  beforeAll(async () => {
    world = await startLearning();
    link = await invitationTo(world, world.cohort);
  });
  afterAll(() => world.stop());

  const join = async (name: string, email: string) =>
    send(
      stranger(world),
      fill(await open(stranger(world), link), BUTTON, { 'Your name': name, 'E-mail address': email, Password: PASSWORD }),
    );
  const named = (name: string) => world.database.read(Person).findBy({ name });

  it.each(WAYS)('%s joins once, signs in and asks for a new password with any of them', async (name, written, typed) => {
    for (const email of typed) expect([email, (await join(name, email)).status]).toEqual([email, 303]);
    expect((await named(name)).map(({ email }) => email)).toEqual([written]);
    for (const email of typed) await signIn(world, { id: '', email });
    for (const email of typed) {
      const before = (await lettersTo(world, written)).length;
      await stranger(world).post('/password/forgotten').send({ form: newId(), email }).expect(200);
      expect([email, (await lettersTo(world, written)).length]).toEqual([email, before + 1]);
    }
  });

  it('wrong passwords count for the account, whichever way is tried', async () => {
    const [, , typed] = WAYS[1]!;
    const guess = (i: number) =>
      stranger(world)
        .post('/sign-in')
        .send({ form: newId(), email: typed[i % typed.length]!, password: `guess number ${i}` });
    for (let i = 0; i < 11; i++) await guess(i).expect(401);
    for (let i = 0; i < typed.length; i++) await guess(i).expect(429);
  });

  it.each([
    [
      'longer than a letter can be sent to',
      `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}.org`,
    ],
    ['whose domain in ASCII is too long', `${'a'.repeat(64)}@${'互联网治理学习.'.repeat(7)}中国`],
    ['whose letters stand for none', '\u200b\u200d@example.org'],
    ['with two signs', 'ana@home@example.org'],
    ['with a path', 'ana@example.org/x'],
  ])('an address %s is none: a sentence, what was typed, and no account', async (_, email) => {
    const page = read(await join('Nobody', email), link);
    expect([page.status, page.errors]).toEqual([422, ['Enter an e-mail address, such as name@example.org']]);
    expect(page.field('E-mail address').value).toBe(email);
    expect(page.field('Your name').value).toBe('Nobody');
    expect(await named('Nobody')).toEqual([]);
    expect(world.log.faults).toEqual([]);
  });
});

describe('an account from before addresses were compared as they are now', () => {
  it('is reached by every way of typing its address, and nobody loses theirs', async () => {
    const { url, file, drop } = await freshDatabase();
    const source = await createDataSource({ url, file, entities: [] }).initialize();
    const add = (email: string, key: string) => account(source, email, key);
    await forgetRekeying(source);
    await add('jürgen@bücher.example', 'jürgen@bücher.example');
    await add('ΣΟΦΟΣ@example.org', 'σοφος@example.org');
    await add('ana@example.org', 'ana@example.org');
    await add('twice@bücher.example', 'twice@bücher.example');
    await add('twice@xn--bcher-kva.example', 'twice@xn--bcher-kva.example');
    await source.destroy();
    const database = await openDatabase({ url, file, entities: [Person] });
    const keys = (await database.rows<{ email: string; emailKey: string }>('SELECT "email", "emailKey" FROM "people"')).map(
      ({ email, emailKey }) => [email, emailKey],
    );
    expect(Object.fromEntries(keys)).toEqual({
      'jürgen@bücher.example': 'jürgen@xn--bcher-kva.example',
      'ΣΟΦΟΣ@example.org': 'σοφοσ@example.org',
      'ana@example.org': 'ana@example.org',
      'twice@bücher.example': 'twice@bücher.example',
      'twice@xn--bcher-kva.example': 'twice@xn--bcher-kva.example',
    });
    await database.close();
    await drop();
  });
});

/** As if the newest version had never been here. */
async function forgetRekeying(source: DataSource): Promise<void> {
  const name = migrations.map((one) => one.name).find((one) => one.startsWith('RekeyPeople'))!;
  await source.query(`DELETE FROM "migrations" WHERE "name" = '${name}'`);
}

async function account(source: DataSource, email: string, key: string): Promise<void> {
  const at = '2027-03-01T09:00:00.000Z';
  await source.query(
    `INSERT INTO "people" ("id", "name", "email", "emailKey", "passwordHash", "createdAt") VALUES ($1, $2, $3, $4, $5, $6)`,
    [newId(), 'Somebody', email, key, 'x', at],
  );
}

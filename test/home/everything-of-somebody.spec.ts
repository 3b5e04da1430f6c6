import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Announcement } from '../../src/cohorts/announcements/announcement.entity';
import { Review } from '../../src/assignments/reviews/review.entity';
import { SECTIONS } from '../../src/home/privacy/own-data-sections';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { RosterRow } from '../../src/cohorts/roster/imports/roster-row.entity';
import { newId } from '../../src/kernel/identifier';
import type { Person } from '../../src/people/person.entity';
import { onPostgres } from '../support/database';
import { post } from '../support/knock';
import { letters } from '../support/mail';
import { open } from '../support/page';
import { BELONGING, PERSON_COLUMNS } from '../support/person-references';
import { ON_HER_WAY, TO_OTHERS } from '../support/somebody-comes-and-goes';
import { HER_WORDS, NEEMA, somebodyEverywhere } from '../support/somebody-everywhere';
import { rowsOf, TABLES } from '../support/tables';
import { as, PASSWORD } from '../support/visitor';
import { type LearningWorld, startLearning } from '../support/world';

/** What is about a person and not in the file with their data, and why. */
const LEFT_OUT: Record<string, string> = {
  'absence_rules.tableId': 'what a team has decided for a whole table',
  'hum_ballots.tableId': 'ballots that nobody can be told from; they go when the hum closes',
  'people.emailKey': 'the address once more, as it is compared',
  'personal_invitations.email': 'of others: whom somebody has invited is those people’s own; one’s own is in “invitations”',
  'simulation_tables.practiceEnrolmentId': 'the tables at which somebody plays alone: they are among all of theirs in “tables”',
  'reported_words.personId': 'a copy of what is in “words”; that somebody reported it is for those who reported it to say',
  'work_file_bytes.fileId': 'the files themselves: they are downloaded where they were handed in; what there is of them is in “files”',
};

const SQL = Object.values(SECTIONS);
const told = (table: string, column?: string) =>
  SQL.some((sql) => new RegExp(`FROM "${table}"`).test(sql) && (!column || sql.includes(`"${column}"`)));

describe('the file with one’s own data', () => {
  it('tells of every column that can be about a person, or says why not', () => {
    const missing = PERSON_COLUMNS.filter(({ table, column }) => !told(table, column) && !Object.hasOwn(LEFT_OUT, `${table}.${column}`));
    expect(missing).toEqual([]);
    expect(BELONGING.filter(({ table, column }) => !told(table) && !Object.hasOwn(LEFT_OUT, `${table}.${column}`))).toEqual([]);
  });

  it('leaves out only what there is', () => {
    const known = [...PERSON_COLUMNS, ...BELONGING].map(({ table, column }) => `${table}.${column}`);
    expect(Object.keys(LEFT_OUT).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('somebody with a row in every table', () => {
  let world: LearningWorld;
  let neema: Person;
  beforeAll(async () => {
    world = await startLearning();
    neema = await somebodyEverywhere(world);
    await letters(world); // those that are due have left
    await world.database.write(async (write) => {
      const waits = {
        id: newId(),
        recipient: world.amara.email,
        language: 'en',
        subject: `${NEEMA.name} and others`,
        createdAt: world.clock.now(),
      };
      const text = `Of ${NEEMA.name} (${NEEMA.email}) and Baraka.`;
      await write.insert(OutboxMessage, { ...waits, text, dueAt: new Date(world.clock.now().getTime() + 3_600_000) });
      const list = (await world.database.read(RosterRow).find()).find(({ raw }) => raw.includes('call her'))!;
      await write.update(RosterRow, { importId: list.importId, number: list.number }, { name: 'call her', email: '' });
    });
  });
  afterAll(() => world.stop());

  it('is in every one of them', async () => {
    const hers = new Set([neema.id, neema.email, neema.emailKey]);
    const rows = new Map(await Promise.all(TABLES.map(async (table) => [table, await rowsOf(world.database, table)] as const)));
    const lacking = PERSON_COLUMNS.filter(({ table, column }) => !rows.get(table)!.some((row) => hers.has(row[column] as string)));
    expect(lacking).toEqual([]);
    const own = new Map<string, Set<unknown>>();
    for (const { table } of PERSON_COLUMNS) {
      const columns = PERSON_COLUMNS.filter((one) => one.table === table).map(({ column }) => column);
      const found = rows.get(table)!.filter((row) => columns.some((column) => hers.has(row[column] as string)));
      own.set(table, new Set(found.map((row) => row['id'])));
    }
    const apart = BELONGING.filter(({ table, column, to }) => {
      const found = rows.get(table)!.filter((row) => own.get(to)?.has(row[column]));
      own.set(table, new Set(found.map((row) => row['id'])));
      return found.length === 0;
    });
    expect(apart).toEqual([]);
  });

  it.each(['json', 'html'] as const)('takes all of it along (%s): no section is empty, and no secret is in it', async (format) => {
    const { text } = await as(world, neema).get(`/account/privacy/data.${format}`).buffer(true).expect(200);
    if (format === 'json') {
      const empty = Object.entries(JSON.parse(text) as Record<string, unknown[]>).filter(([, rows]) => rows.length === 0);
      expect(empty.map(([name]) => name)).toEqual([]);
    } else {
      expect(text.match(/<h2>/g)).toHaveLength(Object.keys(SECTIONS).length);
      expect(text).not.toContain('<p>Nothing</p>');
    }
    for (const own of [
      HER_WORDS[1]!,
      HER_WORDS[2]!,
      'Reads at night.',
      'Dear Neema',
      'qurixel-42',
      'statement-made',
      'call her',
      ...Object.values(ON_HER_WAY),
    ]) {
      expect(text).toContain(own);
    }
    const others = [world.amara, world.baraka, world.wanjiku, world.yusuf].flatMap(({ id, email, name }) => [id, email, name]);
    expect([...others, 'odera@other.example', HER_WORDS[0]!, TO_OTHERS.declined].filter((word) => text.includes(word))).toEqual([]);
    const secrets = await world.database.rows<Record<string, string>>(
      `SELECT p."passwordHash" AS "a", f."secret" AS "b", r."codeHash" AS "c", o."tokenHash" AS "d" FROM "people" p JOIN "second_factors" f ON f."personId" = p."id"
        JOIN "recovery_codes" r ON r."personId" = p."id" JOIN "one_time_links" o ON o."personId" = p."id" WHERE p."id" = ?`,
      [neema.id],
    );
    const found = secrets.flatMap((row) => Object.values(row)).filter((secret) => text.includes(secret));
    expect([secrets.length > 0, found]).toEqual([true, []]);
    expect(text).not.toMatch(/"why"|script-explained|utility/);
  });

  it('is gone from all of them, and from the files, when she deletes herself; what belongs to everybody stays', async () => {
    const words = [neema.id, NEEMA.name, 'Qurixel', 'qurixel'];
    expect((await filesWith(world, words)).length).toBeGreaterThan(0);
    expect((await filesWith(world, ['qurixel-meeting'])).length > 0).toBe(!onPostgres); // in the file that she brought
    const fields = new URLSearchParams({ form: newId(), password: PASSWORD }).toString();
    const answer = await post(world, '/account/privacy/erasure', neema, fields);
    expect([answer.status, answer.headers['location']]).toEqual([303, '/farewell']);
    expect(await filesWith(world, words)).toEqual([]);
    const places: string[] = [];
    for (const table of TABLES) {
      const text = JSON.stringify(await rowsOf(world.database, table), spelled);
      places.push(...words.filter((word) => text.includes(word)).map((word) => `${table}: ${word}`));
    }
    expect(places).toEqual([]);
    const waiting = await world.database.rows<{ subject: string; text: string }>(
      'SELECT "subject", "text" FROM "outbox_messages" WHERE "dueAt" IS NOT NULL',
    );
    expect(waiting).toEqual([{ subject: '… and others', text: 'Of … (…) and Baraka.' }]);
    const [announcement] = await world.database.read(Announcement).find();
    expect([announcement!.title, announcement!.authorId]).toEqual(['We meet', null]);
    const reviews = await world.database.read(Review).find();
    expect(reviews).toMatchObject([{ comment: TO_OTHERS.reviewed, reviewerId: null }]); // one that was only begun is gone, and so are those of her work
    const lead = as(world, world.amara);
    expect((await open(lead, `/cohorts/${world.cohort.id}/announcements`)).main).toContain('a former member');
    expect((await open(lead, '/chapters/kenya/audit')).main).toContain('former participant');
    expect((await open(lead, `/cohorts/${world.cohort.id}`)).rows(world.baraka.name)).toHaveLength(1);
    expect(world.log.faults).toEqual([]);
  });
});

/** Bytes as the letters that they are. */
function spelled(_: string, value: unknown): unknown {
  const { type, data } = (value ?? {}) as { type?: string; data?: number[] };
  return type === 'Buffer' ? Buffer.from(data!).toString('latin1') : value;
}

/** The files of the site in which one of these words stands: the database with what lies beside it, and letters. */
async function filesWith({ settings }: LearningWorld, words: string[]): Promise<string[]> {
  if (onPostgres) return lettersWith(settings.dataDir, words);
  const files = (await readdir(settings.dataDir)).filter((name) => name.startsWith('chapterhouse.sqlite'));
  const found = await Promise.all(files.map(async (name) => ((await holds(join(settings.dataDir, name), words)) ? [name] : [])));
  return [...found.flat(), ...(await lettersWith(settings.dataDir, words))];
}

async function lettersWith(folder: string, words: string[]): Promise<string[]> {
  const files = await readdir(join(folder, 'mail')).catch(() => []);
  const found = await Promise.all(files.map(async (name) => ((await holds(join(folder, 'mail', name), words)) ? [name] : [])));
  return found.flat();
}

async function holds(file: string, words: string[]): Promise<boolean> {
  const bytes = await readFile(file);
  return words.some((word) => bytes.includes(word));
}

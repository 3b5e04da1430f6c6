import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BankQuestions } from '../../src/quizzes/bank/bank-questions.service';
import { Chapters } from '../../src/chapters/chapters.service';
import { writtenOf } from '../../src/quizzes/bank/rows';
import { checks } from '../../src/quizzes/bank/writing/checks';
import { Papers } from '../../src/quizzes/papers/papers.service';
import { SetQuizzes } from '../../src/quizzes/papers/set-quizzes.service';
import { DemoSeeder } from '../../src/seeding/demo.seeder';
import { startApp, type TestApp } from '../support/app';
import { loadLibrary } from '../support/world';

const DEMO = join(__dirname, '../../seeds/demo');

describe('the questions of the demo', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await loadLibrary(app);
    await app.app.get(DemoSeeder, { strict: false }).load(DEMO, app.clock.now());
  });
  afterAll(() => app.stop());

  it('are all there, and each is as good as the house asks of others', async () => {
    const kenya = (await app.app.get(Chapters, { strict: false }).bySlug('kenya'))!;
    const { questions, total } = await app.app.get(BankQuestions, { strict: false }).list(kenya.id);
    const written = parse(readFileSync(join(DEMO, 'questions.yml'), 'utf8')) as { kenya: unknown[] };
    expect(total).toBe(written.kenya.length);
    const said = questions.flatMap((one) => checks(writtenOf(one)).map(({ key }) => `${one.name}: ${key}`));
    expect(said).toEqual([]);
  });

  it('stand in a quiz that the running cohorts can take, with nothing in the way of publishing it', async () => {
    const kenya = (await app.app.get(Chapters, { strict: false }).bySlug('kenya'))!;
    const papers = app.app.get(Papers, { strict: false });
    const [quiz] = await papers.of(kenya.id);
    const { found, changed } = await papers.open(kenya, quiz!);
    expect([found.filter(({ severity }) => severity === 'error'), changed]).toEqual([[], false]);
    expect((await app.app.get(SetQuizzes, { strict: false }).ofQuizzes([quiz!.id])).length).toBeGreaterThan(0);
  });

  it('a text waits for the lead, and the trainee is reminded of something', async () => {
    const rows = (sql: string) => app.database.rows<Record<string, unknown>>(sql);
    const waiting = await rows('SELECT "id" FROM "attempts" WHERE "handedInAt" IS NOT NULL AND "share" IS NULL');
    expect(waiting).toHaveLength(1);
    const cards = await rows('SELECT p."email", c."dueAt" FROM "recall_cards" c JOIN "people" p ON p."id" = c."personId"');
    const due = cards.filter(({ dueAt }) => new Date(dueAt as string) <= app.clock.now());
    expect(due.length).toBeGreaterThan(0);
    expect(new Set(cards.map(({ email }) => email))).toEqual(new Set(['wanjiku@demo.example']));
    expect(app.log.faults).toEqual([]);
  });
});

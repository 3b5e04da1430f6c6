import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { BankQuestions } from '../../src/quizzes/bank/bank-questions.service';
import { Chapters } from '../../src/chapters/chapters.service';
import { writtenOf } from '../../src/quizzes/bank/rows';
import { checks } from '../../src/quizzes/bank/writing/checks';
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
  }, 60_000);
  afterAll(() => app.stop());

  it('are all there, and each is as good as the house asks of others', async () => {
    const kenya = (await app.app.get(Chapters, { strict: false }).bySlug('kenya'))!;
    const { questions, total } = await app.app.get(BankQuestions, { strict: false }).list(kenya.id);
    const written = parse(readFileSync(join(DEMO, 'questions.yml'), 'utf8')) as { kenya: unknown[] };
    expect(total).toBe(written.kenya.length);
    const said = questions.flatMap((one) => checks(writtenOf(one)).map(({ key }) => `${one.name}: ${key}`));
    expect(said).toEqual([]);
  });
});

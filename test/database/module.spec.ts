import { Test } from '@nestjs/testing';
import { DatabaseModule } from '../../src/database/database.module';
import type { DatabaseOptions } from '../../src/database/database.options';
import { Database } from '../../src/database/database.service';
import { FormOutcome } from '../../src/database/form-outcome.entity';
import { newId } from '../../src/kernel/identifier';
import { freshDatabase, type FreshDatabase } from '../support/database';
import { sleep } from './samples';

describe('the module', () => {
  let fresh: FreshDatabase;

  beforeAll(async () => void (fresh = await freshDatabase()));
  afterAll(() => fresh.drop());

  const opened = async (options: DatabaseOptions) => {
    const module = await Test.createTestingModule({ imports: [DatabaseModule.on(options)] }).compile();
    await module.init();
    return { module, database: module.get(Database) };
  };
  const options = () => ({ url: fresh.url, file: fresh.file, entities: [FormOutcome] });

  it('closes the database with the app', async () => {
    const { module, database } = await opened(options());
    await database.ping();
    await module.close();
    await expect(database.ping()).rejects.toThrow();
    await database.close(); // a second time changes nothing
  });

  it('lets works that were begun come to their end', async () => {
    const { module, database } = await opened(options());
    const form = () => ({ actor: 'ada', formId: newId(), address: '/', createdAt: new Date() });
    const works = [1, 2, 3].flatMap(() => [
      database.write((write) => sleep(30).then(() => write.insert(FormOutcome, form()))),
      database.group((write) => sleep(30).then(() => write.insert(FormOutcome, form()))),
    ]);
    await module.close();
    await Promise.all(works);
    const again = await opened(options());
    expect(await again.database.read(FormOutcome).countBy({ actor: 'ada' })).toBe(6);
    await again.module.close();
  });

  it('needs to be told where', async () => {
    await expect(opened({ url: null, file: null, entities: [] })).rejects.toThrow(/Neither/);
  });
});

import { writeSync } from 'node:fs';
import { newId } from '../../src/kernel/identifier';
import { openDatabase } from '../../src/database/open-database';
import { Outcomes } from '../../src/database/outcomes.service';
import type { Writer } from '../../src/database/writer';
import { Mark, sampleEntities, sampleMigrations } from './samples';

/** Writes from many sides at once until it is killed, and says what was acknowledged. Every work writes a pair. */
async function main([url, file, run]: string[]): Promise<void> {
  const database = await openDatabase({ url: url || null, file: file || null, entities: sampleEntities, migrations: sampleMigrations });
  const once = new Outcomes(database);
  const pair = async (write: Writer, id: string) => {
    await write.insert(Mark, { id: `${id}-a`, run: Number(run), place: `${id}-a` });
    await write.insert(Mark, { id: `${id}-b`, run: Number(run), place: `${id}-b` });
  };
  const writeOn = async (side: number) => {
    for (let n = 0; ; n++) {
      const id = `${run}-${side}-${n}`;
      if (n % 5 === 0) await database.write((write) => pair(write, id));
      else if (n % 5 === 1) await sentTwice(id);
      else await database.group((write) => pair(write, id));
      writeSync(1, `ack ${id}\n`);
    }
  };
  const sentTwice = (id: string) => {
    const formId = newId();
    return Promise.all([1, 2].map(() => once.run('ada', formId, (write) => pair(write, id).then(() => `/${id}`))));
  };
  writeSync(1, 'ready\n');
  await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writeOn));
}

void main(process.argv.slice(2));

import { writeSync } from 'node:fs';
import { newId } from '../../src/kernel/identifier';
import { openDatabase } from '../../src/database/open-database';
import { Outcomes } from '../../src/database/outcomes.service';
import { Mark, sampleEntities, sampleMigrations } from './samples';

/** Writes in rounds, in every way there is, and says when a round begins and when it was acknowledged. */
async function main([file, rounds]: string[]): Promise<void> {
  const database = await openDatabase({ url: null, file: file!, entities: sampleEntities, migrations: sampleMigrations });
  const once = new Outcomes(database);
  const mark = (id: string) => ({ id, run: 0, place: id });
  const ways = [
    (n: number) => database.write((write) => write.insert(Mark, mark(`${n}`))),
    (n: number) => Promise.all([1, 2, 3].map((i) => database.group((write) => write.insert(Mark, mark(`${n}-${i}`))))),
    (n: number) => once.run('ada', newId(), async (write) => write.insert(Mark, mark(`${n}`)).then(() => '/')),
  ];
  for (let n = 0; n < Number(rounds); n++) {
    writeSync(1, `begin ${n}\n`);
    await ways[n % ways.length]!(n);
    writeSync(1, `ack ${n}\n`);
  }
  await database.close();
}

void main(process.argv.slice(2));

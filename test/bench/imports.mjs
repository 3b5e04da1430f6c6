// What it costs to bring two thousand questions into a bank: to read and check a file of GIFT, and to take it in; beside as many bare inserts of
// as much text, each durable by itself and all in one transaction. Prints JSON for `npm run bench`.
import { join } from 'node:path';
import { bare, dist, inWorld, watched } from './world.mjs';

const QUESTIONS = 2_000;

await inWorld('imports', async ({ get, folder, database }) => {
  const [{ id: chapterId }] = await database.rows(`SELECT "id" FROM "chapters" WHERE "slug" = 'kenya'`);
  const [{ id: personId }] = await database.rows(`SELECT "id" FROM "people" WHERE "email" = 'amara@demo.example'`);
  const intake = get('quizzes/bank-files/intake.service.js', 'Intake');
  const { BankQuestion } = dist('quizzes/bank/bank-question.entity.js');
  const file = Buffer.from(gift());
  const asked = { text: '', name: '', language: 'en', left: 0 };
  const read = await watched(() => intake.read(asked, { bytes: file, name: 'questions.gift' }, chapterId));
  const { writtens, problems, verdicts } = read.result;
  if (writtens?.length !== QUESTIONS || problems.length || verdicts.some((one) => one !== 'new'))
    throw new Error('Not everything was read');
  const author = { chapterId, personId };
  const before = await database.read(BankQuestion).countBy({ chapterId });
  const taken = await watched(() => database.write((write) => intake.take(write, author, writtens, new Date())));
  if ((await database.read(BankQuestion).countBy({ chapterId })) !== before + QUESTIONS) throw new Error('Not everything was taken in');
  const again = await watched(() => intake.read(asked, { bytes: file, name: 'questions.gift' }, chapterId));
  if (again.result.verdicts.some((one) => one !== 'same')) throw new Error('What was taken in is not known again');
  const beside = await inserts(
    join(folder, 'bare.sqlite'),
    writtens.map((written) => JSON.stringify(written)),
  );
  const of = ({ ms, blocked }) => ({ ms, blocked });
  process.stdout.write(
    JSON.stringify({ questions: QUESTIONS, bytes: file.length, read: of(read), taken: of(taken), again: of(again), beside }),
  );
});

function gift() {
  return Array.from({ length: QUESTIONS }, (_, at) => {
    const stem = `::Question ${at}::Who answers objection number ${at} in a group that works by rough consensus`;
    const kinds = [
      '{=Whoever has heard it #Everybody can. ~The chair alone #Not one person. ~Nobody ~%50%Its author}',
      '{T}',
      '{=group =the group =%50%chair}',
      '{#1986:1}',
      '{=first -> hear =then -> answer =last -> decide}',
    ];
    return `// [id:bench-${at}] [tag:bench]\n${stem}? ${kinds[at % kinds.length]}\n`;
  }).join('\n');
}

/** Milliseconds that as many bare inserts take. */
async function inserts(file, texts) {
  const { ask, close } = await bare(file);
  await ask('PRAGMA journal_mode = WAL');
  await ask('PRAGMA synchronous = FULL');
  await ask('CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)');
  const all = async () => {
    for (const text of texts) await ask('INSERT INTO line (text) VALUES (?)', text);
  };
  const durable = await watched(all);
  await ask('BEGIN IMMEDIATE');
  const together = await watched(async () => {
    await all();
    await ask('COMMIT');
  });
  await close();
  return { durable: durable.ms, together: together.ms };
}

import { join } from 'node:path';
import { run } from './command-line/run';
import { Phrases } from './languages/phrases';

/** The host's tool: `npm run chapterhouse -- <command>`. */
void run(process.argv.slice(2), Phrases.read(join(__dirname, '../views/translations'))).then(({ code, said, complaint }) => {
  if (said) process.stdout.write(`${said}\n`);
  if (complaint) process.stderr.write(`${complaint}\n`);
  process.exitCode = code;
});

import { parseArgs } from 'node:util';
import { productionSettings, type Settings } from '../configuration/environment';
import { isLanguage, LANGUAGES } from '../kernel/language';
import type { Phrases } from '../languages/phrases';
import { checkLibrary } from './check-library';
import { importQuiz } from './import-quiz';
import { keys } from './keys';
import { refuse, type Result } from './result';

const USAGE = `chapterhouse import quiz FILE --check [--json] [--language fr]
  Reads a file of questions (GIFT, Aiken, Moodle XML, QTI 2.1 or 3.0, a list, a table or questions.yml; its content says which) and says
  what is wrong in it. Nothing is taken in.
chapterhouse check library FOLDER [--play] [--json] [--language fr]
  Reads a folder of modules, quizzes, scenarios and programmes and says what is wrong in it; --play also plays its scenarios.
chapterhouse keys list [--json] | rotate | compromised NAME
  The keys that sign certificates, of the site whose settings are set: which there are; new ones, once a year; one that somebody else may
  have, whose certificates are then signed anew. When that is interrupted, give the command again.`;

const OPTIONS = {
  check: { type: 'boolean' },
  play: { type: 'boolean' },
  json: { type: 'boolean' },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean' },
} as const;

interface Site {
  settings?: Settings;
  now?: Date;
}

/** What one command line does; `site`: another one than the settings name. */
export async function run(words: string[], phrases: Phrases, site: Site = {}): Promise<Result> {
  try {
    const { values, positionals } = parseArgs({ args: words, allowPositionals: true, options: OPTIONS });
    const { language, help, ...wanted } = values;
    const [verb, thing, path, ...more] = positionals;
    if (help) return { code: 0, said: USAGE };
    if (!isLanguage(language)) return refuse(`--language is one of ${LANGUAGES.join(', ')}`);
    if (verb === 'keys' && !more.length) {
      const { settings = productionSettings(), now = new Date() } = site;
      return await keys({ command: thing, name: path, json: wanted.json }, phrases, settings, now);
    }
    if (!path || more.length) return refuse(USAGE);
    if (verb === 'import' && thing === 'quiz') return await importQuiz(path, { ...wanted, language }, phrases);
    if (verb === 'check' && thing === 'library') return checkLibrary(path, { ...wanted, language }, phrases);
    return refuse(USAGE);
  } catch (error) {
    return refuse(`${(error as Error).message}\n${USAGE}`);
  }
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Content } from '../content/content.service';
import { compileLibrary, type LibraryPackage } from '../content/folders/library';
import { PROBLEMS, told } from '../content/problem';
import { Database } from '../database/database.service';
import type { Language } from '../kernel/language';
import { Phrases } from '../languages/phrases';
import { filesBelow } from './files-below';
import { TakenIn } from './taken-in.entity';

const LIBRARY = 'library';

/** The starter library: `seeds/library`, taken in at every start. What did not change makes nothing new. */
@Injectable()
export class LibrarySeeder {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly phrases: Phrases,
  ) {}

  /** Takes in a whole library, all or nothing. Throws with every problem when any package has an error. */
  async load(folder: string, now: Date): Promise<void> {
    const files = filesBelow(folder);
    const fingerprint = fingerprintOf(files);
    const before = await this.database.read(TakenIn).findOneBy({ name: LIBRARY });
    if (before?.fingerprint === fingerprint) return;
    const { packages, problems } = compileLibrary(files);
    const errors = problems.filter((problem) => PROBLEMS[problem.key] === 'error');
    if (errors.length)
      throw new Error(
        `The library in ${folder} has errors:\n${errors.map((error) => `  ${told(error, this.phrases.in('en'))}`).join('\n')}`,
      );
    await this.database.write(async (write) => {
      for (const each of packages) await this.takeIn(each, now, write);
      await write.upsert(TakenIn, { name: LIBRARY, fingerprint, at: now }, ['name']);
    });
  }

  private async takeIn({ document, translations }: LibraryPackage, now: Date, write: Parameters<Content['publish']>[0]): Promise<void> {
    if (!document) return;
    await this.content.publish(write, document, now);
    for (const [language, texts] of Object.entries(translations)) {
      await this.content.translate(write, document, language as Language, texts, now);
    }
  }
}

/** Of the files, and of the code that reads them: a newer one may see something else in the same files. */
function fingerprintOf(files: Record<string, string>): string {
  const code = ['../content', '../kernel'].map((folder) => filesBelow(join(__dirname, folder), /\.[jt]s$/));
  return createHash('sha256')
    .update(JSON.stringify([files, ...code].map((some) => Object.entries(some).sort(([a], [b]) => (a < b ? -1 : 1)))))
    .digest('hex');
}

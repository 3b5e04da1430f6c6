import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { Refusal } from '../../kernel/refusal';
import { type About, Certificates } from './certificates.service';
import { EarnedCertificate } from './earned-certificate.entity';
import { IssuingLetters } from './issuing-letters.service';
import { Names, type PrintedNames } from './names.service';

/** Giving people what they have earned, and telling them. */
@Injectable()
export class Giving {
  constructor(
    private readonly database: Database,
    private readonly certificates: Certificates,
    private readonly letters: IssuingLetters,
    private readonly names: Names,
  ) {}

  /** Issues and tells, or asks for the name without which nothing is issued: one letter, however much was earned at once. Returns how many were issued. */
  async give(write: Writer, study: Study, earned: readonly About[], names: PrintedNames | null, now: Date): Promise<number> {
    if (!names) return this.ask(write, study, earned[0]!, now);
    const had = new Set((await this.certificates.of(study.personId)).map(({ id }) => id));
    const confirmed = (await this.names.of(study.personId)) !== null;
    let issued = 0;
    for (const about of earned) {
      const id = await this.issued(study, names, now, about);
      if (id === null || had.has(id)) continue;
      await this.letters.ready(write, study, about, id, confirmed);
      issued++;
    }
    return issued;
  }

  /** Without a letter: to somebody who is looking. */
  issue(write: Writer, study: Study, names: PrintedNames, now: Date, about: About): Promise<string> {
    return this.certificates.issue(write, study, names, now, about);
  }

  /** Asks somebody to confirm their name, and notes that they were asked. */
  async ask(write: Writer, study: Study, about: About, now: Date): Promise<0> {
    await write.update(EarnedCertificate, { enrolmentId: study.enrolmentId }, { askedAt: now });
    await this.letters.askForName(write, study, about);
    return 0;
  }

  /** Null where this site cannot issue at the moment: what earned it counts all the same, and it is issued later. */
  private async issued(study: Study, names: PrintedNames, now: Date, about: About): Promise<string | null> {
    try {
      return await this.database.write((part) => this.certificates.issue(part, study, names, now, about));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }
}

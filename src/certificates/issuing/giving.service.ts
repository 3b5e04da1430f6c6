import { Injectable } from '@nestjs/common';
import type { Study } from '../../cohorts/enrolment/study';
import type { Writer } from '../../database/writer';
import { type About, Certificates } from './certificates.service';
import { EarnedCertificate } from './earned-certificate.entity';
import { IssuingLetters } from './issuing-letters.service';
import type { PrintedNames } from './names.service';

/** Giving people what they have earned, and telling them. */
@Injectable()
export class Giving {
  constructor(
    private readonly certificates: Certificates,
    private readonly letters: IssuingLetters,
  ) {}

  /** Issues and tells, or asks for the name without which nothing is issued: one letter, however much was earned at once. */
  async give(write: Writer, study: Study, earned: readonly About[], names: PrintedNames | null, now: Date): Promise<void> {
    if (!names) return this.ask(write, study, earned[0]!, now);
    const had = new Set((await this.certificates.of(study.personId)).map(({ id }) => id));
    for (const about of earned) {
      const id = await this.certificates.issue(write, study, names, now, about);
      if (!had.has(id)) await this.letters.ready(write, study, about, id);
    }
  }

  /** Without a letter: to somebody who is looking. */
  issue(write: Writer, study: Study, names: PrintedNames, now: Date, about: About): Promise<string> {
    return this.certificates.issue(write, study, names, now, about);
  }

  /** Asks somebody to confirm their name, and notes that they were asked. */
  async ask(write: Writer, study: Study, about: About, now: Date): Promise<void> {
    await write.update(EarnedCertificate, { enrolmentId: study.enrolmentId }, { askedAt: now });
    await this.letters.askForName(write, study, about);
  }
}

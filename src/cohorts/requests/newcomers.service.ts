import { Injectable } from '@nestjs/common';
import { Outcomes } from '../../database/outcomes.service';
import { emailAddress, emailKey } from '../../kernel/email-address';
import type { Language } from '../../kernel/language';
import type { OneTimeLink } from '../../people/one-time-link.entity';
import { OneTimeLinks } from '../../people/one-time-links.service';
import { TOO_MANY } from '../../people/sign-in/tries';
import { Tries } from '../../people/sign-in/tries.service';
import { People } from '../../people/people.service';
import type { Cohort } from '../cohort.entity';
import { RequestLetters } from './request-letters.service';

export const LINK_HOURS = 24;
/** How many such letters go to one address, and how many are asked for from one network address, which may be a whole class. */
const TO_ADDRESS = { tries: 3, minutes: 60 };
const FROM_ADDRESS = { tries: 30, minutes: 60 };

/** People without an account who want to ask: the letter with which they come back. */
@Injectable()
export class Newcomers {
  constructor(
    private readonly links: OneTimeLinks,
    private readonly letters: RequestLetters,
    private readonly tries: Tries,
    private readonly outcomes: Outcomes,
    private readonly people: People,
  ) {}

  /** The same for every address, with an account behind it or without. */
  async write(
    cohort: Cohort,
    { email, ip, language, formId }: { email: string; ip: string | undefined; language: Language; formId: string },
    now: Date,
  ): Promise<void> {
    const limited = [
      { name: `asking ${emailKey(email)}`, limit: TO_ADDRESS },
      { name: `asking from ${ip ?? ''}`, limit: FROM_ADDRESS },
    ];
    await this.tries.check(limited, now, TOO_MANY);
    await this.tries.failed(limited, now);
    await this.outcomes.run(`asking ${cohort.id}`, formId, async (write) => {
      const token = await this.links.make(
        write,
        { purpose: 'ask', detail: cohort.id, email: emailAddress(email), minutes: LINK_HOURS * 60 },
        now,
      );
      await this.letters.opening(write, cohort, { email, token, language, hours: LINK_HOURS });
      return '';
    });
  }

  /** The link of a letter, for as long as it works, and whether there is an account with its address already. */
  async look(token: string, now: Date): Promise<{ link: OneTimeLink; known: boolean }> {
    const link = await this.links.look('ask', token, now);
    return { link, known: (await this.people.byEmail(link.email!)) !== null };
  }
}

import { Injectable } from '@nestjs/common';
import type { Cohort } from '../../cohorts/cohort.entity';
import type { Study } from '../../cohorts/enrolment/study';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Person } from '../../people/person.entity';
import { Outbox } from '../../web/mail/outbox.service';
import { QUIET_HOURS, quietUntil } from './needs';
import { Nudge } from './nudge.entity';

/** Whom a letter goes to: somebody in a cohort. */
export interface Reader {
  study: Pick<Study, 'enrolmentId' | 'personId' | 'state'>;
  cohort: Pick<Cohort, 'language'>;
}

/** Letters from a team to one person. */
@Injectable()
export class Nudges {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Puts the letter into the outbox and notes it. Refuses when anybody wrote to the person within the last 72 hours, from whatever page,
   * and when they have left the cohort.
   */
  async send(
    write: Writer,
    { study, cohort }: Reader,
    letter: Pick<Nudge, 'senderId' | 'reason' | 'subject' | 'text'>,
    now: Date,
  ): Promise<void> {
    const { enrolmentId, personId, state } = study;
    await write.lock(Person, personId); // of two who press at once, the later one must see the other's letter
    const person = await this.database.read(Person).findOneByOrFail({ id: personId });
    if (state === 'withdrawn') throw new Refusal('oversight.refusal.left', { name: person.name });
    if (quietUntil(await this.lastOf(personId), now))
      throw new Refusal('oversight.refusal.quiet', { name: person.name, hours: QUIET_HOURS });
    await write.insert(Nudge, { id: newId(), enrolmentId, personId, ...letter, sentAt: now });
    const language = person.language ?? cohort.language;
    const subject = letter.subject.replace(/\s+/g, ' ');
    await this.outbox.put(write, { recipient: person.email, language, subject, text: letter.text, personId });
  }

  private async lastOf(personId: string): Promise<Date | null> {
    const last = await this.database.read(Nudge).findOne({ where: { personId }, order: { sentAt: 'DESC' } });
    return last?.sentAt ?? null;
  }
}

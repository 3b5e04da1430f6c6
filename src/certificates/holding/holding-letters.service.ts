import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { dayIn } from '../../cohorts/schedule';
import type { Writer } from '../../database/writer';
import { formatDay } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import { People } from '../../people/people.service';
import { Outbox } from '../../web/mail/outbox.service';
import type { Certificate } from '../certificate.entity';
import { titleIn } from '../snapshot';

export type LetterKind =
  'corrected' | 'refused' | 'withdrawn.error' | 'withdrawn.integrity' | 'withdrawn.request' | 'expiring' | 'renewed' | 'again';

/** Letters to whoever holds a certificate, in their language. That one was withdrawn is always said; the others are notices. */
@Injectable()
export class HoldingLetters {
  constructor(
    private readonly phrases: Phrases,
    private readonly people: People,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Nothing for a certificate whose holder has gone. */
  async put(write: Writer, certificate: Certificate, kind: LetterKind, more: Record<string, string> = {}): Promise<void> {
    const { id, code, personId, snapshot, validUntil } = certificate;
    const person = personId && (await this.people.byId(personId));
    if (!person) return;
    const language = person.language ?? snapshot.language;
    const say = this.phrases.in(language);
    const about = {
      name: person.name,
      programme: titleIn(snapshot.programme.title, language).text,
      chapter: snapshot.chapter,
      code,
      day: validUntil ? formatDay(dayIn(snapshot.zone, validUntil), 'date', language) : '',
      link: `${this.settings.baseUrl}/certificates/${id}`,
      ...more,
    };
    const [subject, text] = [say(`holding.letter.${kind}.subject`, about), say(`holding.letter.${kind}.text`, about)];
    const notice = kind.startsWith('withdrawn') ? {} : { personId: person.id };
    await this.outbox.put(write, { recipient: person.email, language, subject, text, ...notice });
  }
}

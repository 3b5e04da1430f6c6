import { Inject, Injectable } from '@nestjs/common';
import type { Act } from '../../chapters/audit/acts';
import { Audit } from '../../chapters/audit/audit.service';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { dayIn } from '../../cohorts/schedule';
import type { Writer } from '../../database/writer';
import { formatDay } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import { People } from '../../people/people.service';
import { Outbox } from '../../web/mail/outbox.service';
import type { Certificate } from '../certificate.entity';
import { titleIn, titlesOf } from '../snapshot';

export type LetterKind =
  'corrected' | 'refused' | 'withdrawn.error' | 'withdrawn.integrity' | 'withdrawn.request' | 'expiring' | 'renewed' | 'again';

type CertificateAct = Extract<Act, `certificate-${string}`>;

/** What was done with a certificate is noted in the audit of its chapter, and told to its holder. */
@Injectable()
export class Telling {
  constructor(
    private readonly phrases: Phrases,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async noted(write: Writer, { id, chapterId, personId }: Certificate, act: CertificateAct, actorId: string, now: Date): Promise<void> {
    if (chapterId) await this.audit.note(write, { chapterId, act, actorId, subjectId: personId, objectId: id }, now);
  }

  /**
   * A letter in its holder’s language; none for a certificate whose holder has gone. That one was withdrawn is always said; the others are
   * notices, which can be stopped.
   */
  async letter(write: Writer, certificate: Certificate, kind: LetterKind, more: Record<string, string> = {}): Promise<void> {
    const { id, code, personId, snapshot, validUntil } = certificate;
    const person = personId && (await this.people.byId(personId));
    if (!person) return;
    const language = person.language ?? snapshot.language;
    const say = this.phrases.in(language);
    const about = {
      name: person.name,
      programme: titleIn(titlesOf(certificate), language).text,
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

import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Study } from '../../cohorts/enrolment/study';
import { Content } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { People } from '../../people/people.service';
import { Outbox } from '../../web/mail/outbox.service';
import type { About } from './certificates.service';

/** Telling somebody that they have earned a certificate: that it is there, or that only their name is missing. */
@Injectable()
export class IssuingLetters {
  constructor(
    private readonly people: People,
    private readonly content: Content,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  ready(write: Writer, study: Study, about: About, certificateId: string): Promise<void> {
    return this.send(write, study, about, 'ready', `/certificates/${certificateId}`);
  }

  askForName(write: Writer, study: Study, about: About): Promise<void> {
    return this.send(write, study, about, 'name', `/learning/${study.enrolmentId}/certificate`);
  }

  private async send(write: Writer, { personId, cohort, chapter }: Study, { kind, about }: About, what: 'ready' | 'name', address: string) {
    const person = await this.people.byId(personId);
    if (!person) return;
    const language = person.language ?? cohort.language;
    const say = this.phrases.in(language);
    const versionId = kind === 'module' ? cohort.pins[`module:${about}`]! : cohort.programmeVersionId;
    const { text: title } = (await this.content.wordsOf(versionId, language)).text('title');
    const words = { name: person.name, title, chapter: chapter.name, link: this.settings.baseUrl + address };
    const subject = say(`issuing.letter.${what}.subject`, words);
    const text = say(`issuing.letter.${what}.text`, words);
    await this.outbox.put(write, { recipient: person.email, language, subject, text, personId });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { formatDay } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import { People } from '../../people/people.service';
import { Outbox } from '../../web/mail/outbox.service';
import type { Cohort } from '../cohort.entity';

/** Letters about requests to join: to whoever asked, in their own language. */
@Injectable()
export class RequestLetters {
  constructor(
    private readonly phrases: Phrases,
    private readonly chapters: Chapters,
    private readonly people: People,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async accepted(write: Writer, cohort: Cohort, personId: string): Promise<void> {
    await this.notice(write, cohort, personId, 'accepted', { link: `${this.settings.baseUrl}/learning` });
  }

  async declined(write: Writer, cohort: Cohort, personId: string, answer: string): Promise<void> {
    const kind = answer === '' ? 'declined' : 'declined-with';
    await this.notice(write, cohort, personId, kind, { answer, link: `${this.settings.baseUrl}/welcome` });
  }

  /** To an address that nobody has proved yet: whether there is an account behind it, nobody here asks. */
  async opening(write: Writer, cohort: Cohort, to: { email: string; token: string; language: Language; hours: number }): Promise<void> {
    const { email, token, language, hours } = to;
    const say = this.phrases.in(language);
    const about = { ...(await this.about(cohort, language)), hours, link: `${this.settings.baseUrl}/asking/${token}` };
    const [subject, text] = [say('ways.letter.opening.subject', about), say('ways.letter.opening.text', about)];
    await this.outbox.put(write, { recipient: email, language, subject, text });
  }

  private async notice(write: Writer, cohort: Cohort, personId: string, kind: string, more: Record<string, string>): Promise<void> {
    const person = (await this.people.byId(personId))!;
    const language = person.language ?? cohort.language;
    const say = this.phrases.in(language);
    const about = { name: person.name, ...(await this.about(cohort, language)), ...more };
    const [subject, text] = [say(`ways.letter.${kind}.subject`, about), say(`ways.letter.${kind}.text`, about)];
    await this.outbox.put(write, { recipient: person.email, language, subject, text, personId });
  }

  private async about({ name, chapterId, startsOn, endsOn }: Cohort, language: Language) {
    const chapter = (await this.chapters.byId(chapterId))!;
    return { cohort: name, chapter: chapter.name, from: formatDay(startsOn, 'date', language), to: formatDay(endsOn, 'date', language) };
  }
}

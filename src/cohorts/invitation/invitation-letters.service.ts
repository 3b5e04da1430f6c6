import { Inject, Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { formatDate, formatDay } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import type { Language } from '../../kernel/language';
import { Outbox } from '../../web/mail/outbox.service';
import type { Cohort } from '../cohort.entity';

/** Letters to those who are asked into a cohort, or are in it now. */
@Injectable()
export class InvitationLetters {
  constructor(
    private readonly phrases: Phrases,
    private readonly chapters: Chapters,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** To an address, in the language of the cohort: whether there is an account behind it, nobody here asks. */
  async invite(write: Writer, cohort: Cohort, to: { email: string; token: string; expiresAt: Date }): Promise<void> {
    const { language, zone } = cohort;
    const say = this.phrases.in(language);
    const link = `${this.settings.baseUrl}/join/${to.token}`;
    const until = formatDate(to.expiresAt, 'date', language, zone);
    const about = await this.about(cohort, language);
    const subject = say('roster.letter.invited.subject', about);
    await this.outbox.put(write, {
      recipient: to.email,
      language,
      subject,
      text: say('roster.letter.invited.text', { ...about, link, until }),
    });
  }

  /** To somebody of the chapter who was put in, in their own language. */
  async enrolled(write: Writer, cohort: Cohort, to: { email: string; language: Language | null }): Promise<void> {
    const language = to.language ?? cohort.language;
    const say = this.phrases.in(language);
    const about = await this.about(cohort, language);
    const text = say('roster.letter.enrolled.text', { ...about, link: `${this.settings.baseUrl}/learning` });
    await this.outbox.put(write, { recipient: to.email, language, subject: say('roster.letter.enrolled.subject', about), text });
  }

  private async about({ name, chapterId, startsOn, endsOn }: Cohort, language: Language) {
    const chapter = (await this.chapters.byId(chapterId))!;
    return { cohort: name, chapter: chapter.name, from: formatDay(startsOn, 'date', language), to: formatDay(endsOn, 'date', language) };
  }
}

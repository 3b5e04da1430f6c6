import { Inject, Injectable } from '@nestjs/common';
import { Chapters } from '../../chapters/chapters.service';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import type { Language } from '../../kernel/language';
import { formatDay } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import { Outbox } from '../../web/mail/outbox.service';
import type { Cohort } from '../cohort.entity';

/** Letters to somebody who has a place now and did not press for it at that moment: in their own language, and never stopped. */
@Injectable()
export class PlaceLetters {
  constructor(
    private readonly phrases: Phrases,
    private readonly chapters: Chapters,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `free`: a place became free, `moved`: the team moved them on from another cohort. */
  async put(write: Writer, why: 'free' | 'moved', cohort: Cohort, to: { email: string; language: Language | null }): Promise<void> {
    const language = to.language ?? cohort.language;
    const say = this.phrases.in(language);
    const chapter = (await this.chapters.byId(cohort.chapterId))!;
    const about = {
      cohort: cohort.name,
      chapter: chapter.name,
      from: formatDay(cohort.startsOn, 'date', language),
      to: formatDay(cohort.endsOn, 'date', language),
      link: `${this.settings.baseUrl}/learning`,
    };
    const [subject, text] = [say(`waiting.letter.${why}.subject`, { cohort: cohort.name }), say(`waiting.letter.${why}.text`, about)];
    await this.outbox.put(write, { recipient: to.email, language, subject, text });
  }
}

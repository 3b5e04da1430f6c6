import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { Outbox } from '../../web/mail/outbox.service';
import type { Attempt } from '../attempts/attempt.entity';
import { QuizReaders } from '../corrections/quiz-readers.service';

/** Telling somebody that their text is marked and the result stands. */
@Injectable()
export class MarkedLetters {
  constructor(
    private readonly readers: QuizReaders,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async put(write: Writer, attempt: Attempt): Promise<void> {
    const reader = await this.readers.of(attempt);
    if (!reader) return;
    const { person, language, quiz, cohort } = reader;
    const say = this.phrases.in(language);
    const words = { name: person.name, quiz, cohort, link: `${this.settings.baseUrl}/attempts/${attempt.id}/result` };
    await this.outbox.put(write, {
      recipient: person.email,
      language,
      subject: say('analysis.letter.marked.subject', words),
      text: say('analysis.letter.marked.text', words),
      personId: person.id,
    });
  }
}

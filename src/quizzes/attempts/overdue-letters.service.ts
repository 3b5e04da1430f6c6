import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Content } from '../../content/content.service';
import type { Writer } from '../../database/writer';
import { formatDate } from '../../languages/formats';
import { Phrases } from '../../languages/phrases';
import { Outbox } from '../../web/mail/outbox.service';
import { type EndRules, handInUntil } from '../sitting/timing';
import type { Attempt } from './attempt.entity';
import { AttemptQueries } from './attempts.queries';

/** Tells people whose time is over until when they can still hand in, and where. */
@Injectable()
export class OverdueLetters {
  constructor(
    private readonly queries: AttemptQueries,
    private readonly content: Content,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** In the person's own language and by their own clock, or else by the cohort's. */
  async put(write: Writer, { id, quizVersionId, endsAt }: Attempt, rules: EndRules): Promise<void> {
    const reader = await this.queries.readerOf(id);
    if (!reader || !endsAt) return;
    const { personId, name, email, language, zone } = reader;
    const say = this.phrases.in(language);
    const quiz = (await this.content.wordsOf(quizVersionId, language)).text('title').text;
    const until = formatDate(handInUntil(endsAt, rules), 'dateTime', language, zone);
    const text = say('taking.letter.overdue.text', { name, quiz, until, link: `${this.settings.baseUrl}/attempts/${id}` });
    await this.outbox.put(write, { recipient: email, language, subject: say('taking.letter.overdue.subject', { quiz }), text, personId });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../../configuration/configuration.module';
import type { Settings } from '../../../configuration/environment';
import { Content } from '../../../content/content.service';
import type { Writer } from '../../../database/writer';
import { isBlank } from '../../../kernel/text';
import { Phrases } from '../../../languages/phrases';
import { Outbox } from '../../../web/mail/outbox.service';
import { COMMITMENT } from '../questions';
import type { DueCommitment } from './commitments.queries';

/** Brings back to people what they said that they would do. */
@Injectable()
export class CommitmentLetters {
  constructor(
    private readonly content: Content,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Where letters stay in the house and stewards can read them, it says only where the words are. */
  async put(write: Writer, { tableId, scenarioVersionId, answers, personId, name, email, language }: DueCommitment): Promise<void> {
    const commitment = answers[COMMITMENT] ?? '';
    if (isBlank(commitment)) return;
    const say = this.phrases.in(language);
    const scenario = (await this.content.wordsOf(scenarioVersionId, language)).text('title').text;
    const link = `${this.settings.baseUrl}/tables/${tableId}/debrief/application`;
    const leaves = this.settings.smtpUrl !== null;
    const text = leaves
      ? say('debriefing.letter.commitment.text', { name, scenario, commitment, link })
      : say('debriefing.letter.commitment.wordless', { name, scenario, link });
    await this.outbox.put(write, {
      recipient: email,
      language,
      subject: say('debriefing.letter.commitment.subject', { scenario }),
      text,
      personId,
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import type { Change } from './corrections';
import type { TriedAttempt } from './corrections.queries';
import { QuizReaders } from './quiz-readers.service';

/** Telling somebody that a key was corrected and their result is another one. Nobody else is told. */
@Injectable()
export class CorrectionLetters {
  constructor(
    private readonly readers: QuizReaders,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async put(write: Writer, attempt: TriedAttempt, { before, after }: Change): Promise<void> {
    const reader = await this.readers.of(attempt);
    if (!reader) return;
    const { person, language, quiz, cohort } = reader;
    const say = this.phrases.in(language);
    const kind = after.passed && !before.passed ? 'passed' : after.points > before.points ? 'more' : 'less';
    const percent = ({ points }: Change['after']) => Math.floor(points / 1e5 + 1e-9);
    const link = `${this.settings.baseUrl}/attempts/${attempt.id}/result`;
    const learning = `${this.settings.baseUrl}/learning`;
    const words = { name: person.name, quiz, cohort, before: percent(before), after: percent(after), link, learning };
    const letter: Letter = {
      recipient: person.email,
      language,
      subject: say(`analysis.letter.${kind}.subject`, words),
      text: say(`analysis.letter.${kind}.text`, words),
      personId: person.id,
    };
    await this.outbox.put(write, letter);
  }
}

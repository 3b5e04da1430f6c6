import { Inject, Injectable } from '@nestjs/common';
import type { Chapter } from '../../chapters/chapter.entity';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { Outbox } from '../../web/mail/outbox.service';
import type { CohortFigures, LeadRow } from './digest.queries';

/** How one cohort stands. */
export interface DigestLine extends CohortFigures {
  name: string;
  needing: number;
}

/** The words of the weekly letter. */
@Injectable()
export class DigestLetters {
  constructor(
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** In the lead's own language, or else the chapter's. */
  put(write: Writer, { id, name, email, language: own }: LeadRow, chapter: Chapter, lines: readonly DigestLine[]): Promise<void> {
    const language = own ?? chapter.language;
    const say = this.phrases.in(language);
    const { baseUrl } = this.settings;
    const text = [
      say('oversight.digest.greeting', { name }),
      say('oversight.digest.intro', { chapter: chapter.name }),
      ...lines.map(({ name: cohort, people, begun, finished, needing }) =>
        say('oversight.digest.cohort', { cohort, people, begun, finished, needing }),
      ),
      `${say('oversight.digest.today')}\n${baseUrl}/today`,
      `${say('oversight.digest.end')}\n${baseUrl}/cohorts/${lines[0]!.cohortId}/rules`,
    ].join('\n\n');
    const subject = say('oversight.digest.subject', { chapter: chapter.name });
    return this.outbox.put(write, { recipient: email, language, subject, text, personId: id });
  }
}

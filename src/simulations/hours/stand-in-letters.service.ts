import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { Phrases } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import type { Sitting } from './hours.queries';

type News = 'yours' | 'gone' | 'free';

/** What the link at the end of a letter is for, and where it leads at the table. */
const LINKS: Record<News, [words: string, path: string]> = {
  yours: ['sittings.letter.brief', '/brief'],
  gone: ['sittings.letter.look', ''],
  free: ['hours.letter.take', '/seat'],
};

/** The words of letters about a seat that goes to somebody who stands ready, from somebody who was away or has left. */
@Injectable()
export class StandInLetters {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `yours`: to whoever has the seat from now on; `gone`: to whoever had it; `free`: to whoever can take it. */
  async write({ tableId, name, email, language, personId }: Sitting, seat: string, what: News): Promise<Letter> {
    const say = this.phrases.in(language);
    const table = await this.database.read(SimulationTable).findOneByOrFail({ id: tableId });
    const wording = await this.content.wordsOf(table.scenarioVersionId, language);
    const about = { table: table.name, scenario: wording.text('title').text, role: wording.text(`roles.${seat}.name`).text };
    const [words, path] = LINKS[what];
    const text = [
      say('hours.letter.greeting', { name }),
      say(`hours.letter.seat-${what}`, about),
      `${say(words)}\n${this.settings.baseUrl}/tables/${tableId}${path}`,
    ].join('\n\n');
    return { recipient: email, language, subject: say(`hours.letter.subject-${what}`, about), text, personId };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Content } from '../../content/content.service';
import { Database } from '../../database/database.service';
import { Phrases } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import { SimulationTable } from '../tables/simulation-table.entity';
import type { Sitting } from './hours.queries';

/** The words of letters about a seat that went from somebody who was away to somebody who stood ready. */
@Injectable()
export class StandInLetters {
  constructor(
    private readonly database: Database,
    private readonly content: Content,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** `yours`: to whoever has the seat from now on; `gone`: to whoever had it. */
  async write({ tableId, name, email, language, personId }: Sitting, seat: string, what: 'yours' | 'gone'): Promise<Letter> {
    const say = this.phrases.in(language);
    const table = await this.database.read(SimulationTable).findOneByOrFail({ id: tableId });
    const wording = await this.content.wordsOf(table.scenarioVersionId, language);
    const about = { table: table.name, scenario: wording.text('title').text, role: wording.text(`roles.${seat}.name`).text };
    const address = `${this.settings.baseUrl}/tables/${tableId}`;
    const text = [
      say('hours.letter.greeting', { name }),
      say(`hours.letter.seat-${what}`, about),
      what === 'yours' ? `${say('sittings.letter.brief')}\n${address}/brief` : `${say('sittings.letter.look')}\n${address}`,
    ].join('\n\n');
    return { recipient: email, language, subject: say(`hours.letter.subject-${what}`, about), text, personId };
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { Phrases } from '../../languages/phrases';
import { Outbox } from '../../web/mail/outbox.service';
import type { SimulationTable } from '../tables/simulation-table.entity';
import { TableTeams } from './table-teams.service';

/** Letters to the team of a table: that something was reported, or that a seat became free. They say neither who nor what: mail is read by many. */
@Injectable()
export class SafetyLetters {
  constructor(
    private readonly teams: TableTeams,
    private readonly phrases: Phrases,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** They cannot be stopped: somebody waits for an answer. */
  async toTeam(write: Writer, table: SimulationTable, kind: 'report' | 'left'): Promise<void> {
    const { cohort, people } = await this.teams.of(table);
    const link = `${this.settings.baseUrl}/cohorts/${cohort.id}/tables/${table.id}`;
    const letters = people.map(({ name, email, language: own }) => {
      const language = own ?? cohort.language;
      const say = this.phrases.in(language);
      const about = { name, table: table.name, cohort: cohort.name, link };
      return {
        recipient: email,
        language,
        subject: say(`safety.letter.${kind}.subject`, about),
        text: say(`safety.letter.${kind}.text`, about),
      };
    });
    if (letters.length) await this.outbox.putAll(write, letters);
  }
}

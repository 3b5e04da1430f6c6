import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Content } from '../../content/content.service';
import { Phrases, type Say } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import { twoClocks } from '../hours/two-clocks';
import type { Placed, Told } from './seat-letters.queries';

/** The words of letters about seats at tables that were set: notices, which their readers can stop. */
@Injectable()
export class SeatLetters {
  constructor(
    private readonly content: Content,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Which seat, at which table, when it begins by the reader's clock, and where they read what it wants. */
  async seat(to: Placed): Promise<Letter> {
    const say = this.phrases.in(to.language);
    const wording = await this.content.wordsOf(to.scenarioVersionId, to.language);
    const about = { table: to.table, scenario: wording.text('title').text };
    const role = to.role && wording.text(`roles.${to.role}.name`).text;
    const table = `${this.settings.baseUrl}/tables/${to.tableId}`;
    return letter(to, role ? say('sittings.letter.subject', { table: to.table, role }) : say('sittings.letter.subject-ready', about), [
      say('hours.letter.greeting', { name: to.person }),
      role ? say('sittings.letter.seat', { ...about, role }) : say('sittings.letter.ready', about),
      ...(to.toldTable ? [say('sittings.letter.instead')] : []),
      when(to, say),
      role ? `${say('sittings.letter.brief')}\n${table}/brief` : `${say('sittings.letter.look')}\n${table}`,
    ]);
  }

  /** The seat of which they were told is not theirs any more. */
  async lost(to: Told): Promise<Letter> {
    const say = this.phrases.in(to.language);
    const role = (await this.content.wordsOf(to.scenarioVersionId, to.language)).text(`roles.${to.role}.name`).text;
    const about = { ...(await this.about(to)), role };
    return letter(to, say('sittings.letter.subject-lost', about), [
      say('hours.letter.greeting', { name: to.person }),
      say('sittings.letter.lost', about),
      say('sittings.letter.off-after'),
    ]);
  }

  /** The table begins at another time than before. */
  async moved(to: Placed): Promise<Letter> {
    const say = this.phrases.in(to.language);
    const about = await this.about(to);
    return letter(to, say('sittings.letter.subject-moved', about), [
      say('hours.letter.greeting', { name: to.person }),
      say('sittings.letter.moved', about),
      when(to, say),
      `${say('sittings.letter.look')}\n${this.settings.baseUrl}/tables/${to.tableId}`,
    ]);
  }

  /** There will be no such table. */
  async calledOff(to: Told | Placed): Promise<Letter> {
    const say = this.phrases.in(to.language);
    const about = await this.about(to);
    return letter(to, say('sittings.letter.subject-off', about), [
      say('hours.letter.greeting', { name: to.person }),
      say('sittings.letter.off', about),
      say('sittings.letter.off-after'),
    ]);
  }

  private async about({ table, scenarioVersionId, language }: Told | Placed): Promise<{ table: string; scenario: string }> {
    return { table, scenario: (await this.content.wordsOf(scenarioVersionId, language)).text('title').text };
  }
}

function when({ mode, startsAt, begunAt, language, zone }: Placed, say: Say): string {
  const begins = begunAt
    ? say('sittings.letter.begun')
    : startsAt
      ? say('sittings.letter.begins', { when: say('hours.until', twoClocks(startsAt, language, zone)) })
      : say('sittings.letter.team-begins');
  return `${begins} ${say(`sittings.letter.${mode}`)}`;
}

function letter({ email, language, personId }: Told | Placed, subject: string, paragraphs: string[]): Letter {
  return { recipient: email, language, subject, text: paragraphs.join('\n\n'), personId };
}

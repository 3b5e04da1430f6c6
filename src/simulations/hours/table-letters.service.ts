import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import { Content } from '../../content/content.service';
import { Phrases, type Say } from '../../languages/phrases';
import type { Letter } from '../../web/mail/outbox.service';
import type { TableLog } from '../tables/logs.service';
import { digestToken } from './digest-token';
import { before, COUNTED } from './happened';
import type { RunningTable, Sitting } from './hours.queries';
import type { Undone } from './undone';
import { twoClocks } from './two-clocks';
import type { Share } from './windows';

const SUBJECTS: Record<Share, string> = {
  0: 'hours.letter.subject-begins',
  50: 'hours.letter.subject-half',
  90: 'hours.letter.subject-last',
};

/** The words of letters about tables that go on by letters. */
@Injectable()
export class TableLetters {
  constructor(
    private readonly content: Content,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** What happened and what is open, to somebody with a seat; in their language, by their clock. */
  async write(table: RunningTable, { state, events }: TableLog, sitting: Sitting, share: Share, open: Undone | null): Promise<Letter> {
    const { language } = sitting;
    const say = this.phrases.in(language);
    const wording = await this.content.wordsOf(table.scenarioVersionId, language);
    const phase = wording.text(`phases.${state.phase.key}`).text;
    const until = say('hours.until', twoClocks(new Date(state.phase.deadline!), language, sitting.zone));
    const { switched, counts } = before(events);
    const told = share === 0 ? (switched ? 'switched' : 'begins') : 'reminds';
    const address = `${this.settings.baseUrl}/tables/${table.id}`;
    const link = `${address}/digest/${digestToken(table.id, sitting.placeId, this.settings.sessionSecret)}?language=${language}`;
    const covered = state.seats[sitting.role]?.holder.kind === 'script';
    const role = wording.text(`roles.${sitting.role}.name`).text;
    const text = [
      say('hours.letter.greeting', { name: sitting.name }),
      say('hours.letter.seat', { table: table.name, scenario: wording.text('title').text, role }),
      say(`hours.letter.${told}`, { phase, until }),
      ...(share === 0 && counts ? [counted(say, counts)] : []),
      ...(covered ? [say('hours.letter.covered')] : []),
      ...(open ? [`${say('hours.letter.open')}\n${say(`hours.undone.${open}`)}`] : []),
      `${say('hours.letter.go')}\n${address}`,
      `${say('hours.letter.read')}\n${link}`,
    ].join('\n\n');
    const subject = say(SUBJECTS[share], { table: table.name, phase });
    return { recipient: sitting.email, language, subject, text, personId: sitting.personId };
  }
}

function counted(say: Say, counts: Record<(typeof COUNTED)[number], number>): string {
  return [say('hours.letter.happened'), ...COUNTED.map((kind) => say(`hours.count.${kind}`, { count: counts[kind] }))].join('\n');
}

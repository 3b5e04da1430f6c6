import { Outbox } from '../../src/web/mail/outbox.service';
import { OutboxMessage } from '../../src/web/mail/outbox-message.entity';
import { stopToken } from '../../src/web/mail/stop-token';
import type { Ground } from './tour';
import type { Example } from './tour-forms';
import type { Stop } from './tour-pages';
import type { LearningWorld } from './world';

/** A letter in the outbox, and the link with which Baraka stops notices. */
export interface GroundLetters {
  letter: string;
  stop: string;
}

export async function lettersOf({ app, database, amara, baraka, settings }: LearningWorld): Promise<GroundLetters> {
  const outbox = app.get(Outbox, { strict: false });
  const letter = { recipient: amara.email, language: 'en' as const, subject: '⟦News~⟧', text: 'Read this:\n\nhttps://example.org/news\n' };
  await database.write((write) => outbox.put(write, letter));
  await outbox.work();
  const [{ id }] = (await database.read(OutboxMessage).find()) as [OutboxMessage];
  return { letter: `/mail/${id}`, stop: `/mail/stop/${stopToken(baraka.id, settings.sessionSecret)}` };
}

/** The pages of letters. */
export function letterPages({ world: { sofia }, letters }: Ground): Stop[] {
  const stop = (who: Stop['who'], name: string, address: string, more: Partial<Stop> = {}): Stop => ({
    who,
    name,
    address,
    status: 200,
    ...more,
  });
  return [
    stop(sofia, 'outbox', '/mail'),
    stop(sofia, 'letter', letters.letter),
    stop(null, 'stop letters', letters.stop),
    stop(null, 'stop letters, no choice', `${letters.stop}/choice`, { fields: { notices: '' }, status: 422 }),
  ];
}

export function letterForms({ letters }: Ground): Example[] {
  return [{ who: null, address: `${letters.stop}/choice`, fields: { notices: 'stop' } }];
}

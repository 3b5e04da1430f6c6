import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '../../configuration/configuration.module';
import type { Settings } from '../../configuration/environment';
import type { Writer } from '../../database/writer';
import { isId, newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Phrases } from '../../languages/phrases';
import { type Letter, Outbox } from '../../web/mail/outbox.service';
import type { Cohort } from '../cohort.entity';
import { Announcement } from './announcement.entity';
import { AnnouncementQueries, type Announced, type Listener } from './announcements.queries';
import { inMail } from './in-mail';

/** How long the newest announcement stands on a learning page. */
export const NEWS_DAYS = 14;

interface Said {
  title: string;
  text: string;
}

/** Saying something to everybody in a cohort, on its pages and by mail. */
@Injectable()
export class Announcements {
  constructor(
    private readonly queries: AnnouncementQueries,
    private readonly outbox: Outbox,
    private readonly phrases: Phrases,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  of(cohortId: string): Promise<Announced[]> {
    return this.queries.of(cohortId);
  }

  async one(cohortId: string, id: string): Promise<Announced> {
    const found = isId(id) ? await this.queries.one(cohortId, id) : null;
    if (!found) throw new NotFound();
    return found;
  }

  /** The newest one that is not older than two weeks. */
  news(cohortId: string, now: Date): Promise<Announced | null> {
    return this.queries.newest(cohortId, new Date(now.getTime() - NEWS_DAYS * 86_400_000));
  }

  /** Says it on the pages of the cohort, and puts a copy for everybody in it into the outbox: both or neither. */
  async write(write: Writer, cohort: Cohort, author: { id: string; name: string }, said: Said, now: Date): Promise<void> {
    const { title, text } = said;
    const announcement = { id: newId(), cohortId: cohort.id, authorId: author.id, title, text, writtenAt: now, editedAt: null, version: 1 };
    await write.insert(Announcement, announcement);
    const listeners = await this.queries.listeners(cohort.id);
    await this.outbox.putAll(
      write,
      listeners.map((one) => this.letter(cohort, author.name, said, one)),
    );
  }

  /** Changes it as somebody saw it; Conflict when somebody else was first. Its copies have left and stay as they are. */
  async change(write: Writer, at: { id: string; version: number }, { title, text }: Said, now: Date): Promise<void> {
    await write.changeAt(Announcement, at, { title, text, editedAt: now });
  }

  async remove(write: Writer, cohortId: string, id: string): Promise<void> {
    await write.remove(Announcement, { id, cohortId });
  }

  private letter(cohort: Cohort, author: string, { title, text }: Said, { id, email, language }: Listener): Letter {
    const own = language ?? cohort.language;
    const link = `${this.settings.baseUrl}/learning`;
    const say = this.phrases.in(own);
    return {
      recipient: email,
      language: own,
      subject: [...title].slice(0, 150).join(''),
      text: `${say('announcements.letter.from', { author, cohort: cohort.name })}\n\n${title}\n\n${inMail(text)}\n\n${say('announcements.letter.read', { link })}\n`,
      personId: id,
    };
  }
}

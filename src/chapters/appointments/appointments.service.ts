import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { OneTimeLink, tokenHash } from '../../people/one-time-link.entity';
import { OneTimeLinks, SIGN_IN } from '../../people/one-time-links.service';
import { DeadLink } from '../../web/errors/outcomes';
import { Audit } from '../audit/audit.service';
import type { Chapter } from '../chapter.entity';
import { Chapters } from '../chapters.service';
import { isRole, type Role } from '../roles';

export const LINK_DAYS = 7;

const dead = () => new DeadLink('chapters.link.dead', SIGN_IN);

/** What a role link offers. */
export interface Appointment {
  link: OneTimeLink;
  chapter: Chapter;
  role: Role;
}

/** Giving somebody a role in a chapter through a link that works once. */
@Injectable()
export class Appointments {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly chapters: Chapters,
    private readonly audit: Audit,
  ) {}

  /**
   * The token of a new link. `formId` is the form it was asked for with: sent again, that form gets a new link and the one it got
   * before stops working, so that one press is one link; links from other forms keep working.
   */
  invite({ chapterId, role, by }: { chapterId: string; role: Role; by: string }, formId: string, now: Date): Promise<string> {
    const link = { purpose: 'role' as const, detail: [chapterId, role, formId].join(' '), minutes: LINK_DAYS * 24 * 60 };
    return this.database.write(async (write) => {
      await this.audit.note(write, { chapterId, act: 'role-offered', actorId: by, role }, now);
      return this.links.make(write, link, now);
    });
  }

  /** What a link offers, used or not: whoever sends the form a second time is to get the outcome of the first. */
  async find(token: string): Promise<Appointment> {
    const link = await this.database.read(OneTimeLink).findOneBy({ tokenHash: tokenHash(token), purpose: 'role' });
    const [chapterId = '', role] = link?.detail?.split(' ') ?? [];
    const chapter = await this.chapters.byId(chapterId);
    if (!link || !chapter || !isRole(role)) throw dead();
    return { link, chapter, role };
  }

  /** The same, when it can still be accepted. One that is too old or was replaced gets the answer of one that never was. */
  async open(token: string, now: Date): Promise<Appointment> {
    const found = await this.find(token);
    if (!found.link.usedAt && found.link.expiresAt <= now) throw dead();
    await this.links.look('role', token, now);
    return found;
  }

  /** Uses the link up and gives the role, both or neither. Returns where to go next. */
  async accept(write: Writer, token: string, personId: string, now: Date): Promise<string> {
    const { link, chapter, role } = await this.open(token, now);
    await this.links.use(write, link, now);
    await this.chapters.appoint(write, chapter.id, personId, role, now);
    await this.audit.note(write, { chapterId: chapter.id, act: 'role-given', actorId: personId, subjectId: personId, role }, now);
    return `/chapters/${chapter.slug}`;
  }
}

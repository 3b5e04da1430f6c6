import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import { Refusal } from '../kernel/refusal';
import { Person } from '../people/person.entity';
import { Chapter } from './chapter.entity';
import { Membership } from './membership.entity';
import type { Role } from './roles';

const MEMORY_MS = 5_000; // the longest time for which a role given or taken in another process goes unnoticed here

type NewChapter = Pick<Chapter, 'slug' | 'name' | 'language' | 'zone'> & Partial<Pick<Chapter, 'country' | 'about' | 'alsoIn'>>;

/** What can be said anew of a chapter; its address stays. */
export type ChapterDetails = Pick<Chapter, 'name' | 'language' | 'alsoIn' | 'zone' | 'country' | 'about' | 'shown'>;

/** A chapter somebody belongs to, and as what. */
export interface Belonging {
  chapter: Chapter;
  roles: Role[];
}

export interface Member {
  person: { id: string; name: string; email: string };
  roles: Role[];
}

/** Chapters and who belongs to them. */
@Injectable()
export class Chapters {
  private readonly remembered = new Map<string, { belongings: Belonging[]; until: number }>();

  constructor(private readonly database: Database) {}

  async create(write: Writer, chapter: NewChapter, now: Date): Promise<string> {
    const id = newId();
    const { slug, name, language, zone, country = null, about = '', alsoIn = '' } = chapter;
    await write.insert(Chapter, { id, slug, name, language, alsoIn, zone, country, about, shown: true, createdAt: now, version: 1 });
    return id;
  }

  bySlug(slug: string): Promise<Chapter | null> {
    return this.database.read(Chapter).findOneBy({ slug });
  }

  byId(id: string): Promise<Chapter | null> {
    return this.database.read(Chapter).findOneBy({ id });
  }

  all(): Promise<Chapter[]> {
    return this.database.read(Chapter).find({ order: { name: 'ASC', id: 'ASC' } });
  }

  /** Those that strangers find. */
  public(): Promise<Chapter[]> {
    return this.database.read(Chapter).find({ where: { shown: true }, order: { name: 'ASC', id: 'ASC' } });
  }

  /** What a person is, and where. */
  async rolesOf(personId: string): Promise<readonly Belonging[]> {
    const known = this.remembered.get(personId);
    if (known && known.until > Date.now()) return known.belongings;
    const memberships = await this.database.read(Membership).findBy({ personId });
    const chapters = await this.database
      .read(Chapter)
      .find({ where: { id: In(memberships.map(({ chapterId }) => chapterId)) }, order: { name: 'ASC' } });
    const rolesIn = (id: string) => memberships.filter(({ chapterId }) => chapterId === id).map(({ role }) => role);
    const belongings = chapters.map((chapter) => ({ chapter, roles: rolesIn(chapter.id) }));
    if (this.remembered.size > 10_000) this.remembered.clear();
    this.remembered.set(personId, { belongings, until: Date.now() + MEMORY_MS });
    return belongings;
  }

  /** The people who hold one of these roles in a chapter, by name. */
  async membersOf(chapterId: string, roles: readonly Role[]): Promise<Member[]> {
    const memberships = await this.database.read(Membership).findBy({ chapterId, role: In(roles) });
    const people = await this.database.read(Person).find({
      where: { id: In(memberships.map(({ personId }) => personId)) },
      select: { id: true, name: true, email: true },
      order: { name: 'ASC', id: 'ASC' },
    });
    return people.map(({ id, name, email }) => ({
      person: { id, name, email },
      roles: memberships.filter(({ personId }) => personId === id).map(({ role }) => role),
    }));
  }

  /** The chapters that have somebody to lead them. */
  async withLead(): Promise<Set<string>> {
    const leads = await this.database.read(Membership).find({ where: { role: 'lead' }, select: { id: true, chapterId: true } });
    return new Set(leads.map(({ chapterId }) => chapterId));
  }

  /** Changes a chapter as somebody saw it; throws Conflict when somebody else has changed it since. */
  change(write: Writer, chapter: { id: string; version: number }, details: ChapterDetails): Promise<void> {
    write.afterCommit(() => this.remembered.clear());
    return write.changeAt(Chapter, chapter, details);
  }

  /**
   * Takes a role back; says whether there was one. Refuses to take the last lead's, except for stewards: nobody else could appoint the next.
   * The lock makes two leads who dismiss each other at once leave one of them.
   */
  async dismiss(write: Writer, chapterId: string, personId: string, role: Role, steward: boolean): Promise<boolean> {
    await write.lock(Chapter, chapterId);
    const leads = await this.database.read(Membership).findBy({ chapterId, role: 'lead' });
    const last = leads.length === 1 && leads[0]!.personId === personId;
    if (role === 'lead' && last && !steward) throw new Refusal('chapters.refusal.last-lead');
    write.afterCommit(() => this.remembered.delete(personId));
    return (await write.remove(Membership, { chapterId, personId, role })) > 0;
  }

  /** Gives a person a role, once. */
  async appoint(write: Writer, chapterId: string, personId: string, role: Role, now: Date): Promise<void> {
    await write.insertOnce(Membership, { id: newId(), personId, chapterId, role, createdAt: now });
    write.afterCommit(() => this.remembered.delete(personId));
  }
}

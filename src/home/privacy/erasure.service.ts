import { Injectable } from '@nestjs/common';
import { Audit } from '../../chapters/audit/audit.service';
import { Chapter } from '../../chapters/chapter.entity';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { People } from '../../people/people.service';
import { Person } from '../../people/person.entity';
import { Letters } from '../../web/mail/letters.service';
import { ErasureQueries } from './erasure.queries';

/** Why somebody cannot be erased yet: the chapters that only they lead, or that nobody else looks after the site. */
export interface Hindrance {
  chapters: string[];
  lastSteward: boolean;
}

/** Erasing a person: everything that is theirs, everywhere, at once. */
@Injectable()
export class Erasure {
  /** Files of letters that are being thrown away. */
  private leaving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly queries: ErasureQueries,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly letters: Letters,
  ) {}

  /** Once somebody is erased: nothing of them is left in files either, neither in those of letters nor in the database’s. */
  async sweep(): Promise<void> {
    await this.leaving;
    await this.database.forget();
  }

  /** What stands in the way, or null. */
  async hindrance(personId: string): Promise<Hindrance | null> {
    const person = await this.people.byId(personId);
    const chapters = (await this.queries.ledAlone(personId)).map(({ name }) => name);
    const lastSteward = !!person?.steward && (await this.database.read(Person).countBy({ steward: true, active: true })) === 1;
    return chapters.length || lastSteward ? { chapters, lastSteward } : null;
  }

  /**
   * Erases a person with all that is theirs but certificates, which lose their account. Returns what stood in the way, and then nothing is
   * changed.
   */
  async erase(write: Writer, personId: string, now: Date): Promise<Hindrance | null> {
    const chapters = await this.queries.chaptersOf(personId);
    for (const id of chapters) await write.lock(Chapter, id); // of two last leads at once, the later one must see that the other has gone
    await write.lock(Person, personId);
    const person = await this.people.byId(personId);
    const hindrance = person && (await this.hindrance(personId));
    if (!person) await this.queries.sent(personId); // pressed twice: not even that is kept
    if (!person || hindrance) return hindrance;
    for (const chapterId of chapters) await this.audit.note(write, { chapterId, act: 'person-erased', actorId: null }, now);
    await this.queries.traces(person);
    const letters = await this.queries.letters(person.email, person.name);
    await this.people.change(write, personId, { active: false }); // and out of what is kept at hand
    await write.remove(Person, { id: personId });
    write.afterCommit(() => (this.leaving = Promise.allSettled([this.leaving, this.letters.throwAway(letters)])));
    return null;
  }
}

import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { Enrolments } from '../enrolment/enrolments.service';
import { allows } from '../states/state';
import { PlaceLetters } from './place-letters.service';
import { type InLine, type OwnPlace, WaitingQueries } from './waiting.queries';
import { WaitingPerson } from './waiting-person.entity';

/** Lines in front of full cohorts. Every change of one holds the lock of its cohort, so that a place goes to one person only. */
@Injectable()
export class WaitingLists {
  constructor(
    private readonly database: Database,
    private readonly queries: WaitingQueries,
    private readonly enrolments: Enrolments,
    private readonly letters: PlaceLetters,
  ) {}

  /** The lines somebody stands in. */
  of(personId: string): Promise<OwnPlace[]> {
    return this.queries.ofPerson(personId);
  }

  async placeIn(cohortId: string, personId: string): Promise<number | null> {
    return (await this.queries.ofPerson(personId)).find((one) => one.cohortId === cohortId)?.place ?? null;
  }

  /** The cohorts in which somebody has a place. */
  cohortsOf(personId: string): Promise<string[]> {
    return this.queries.placesOf(personId);
  }

  line(cohortId: string): Promise<InLine[]> {
    return this.queries.line(cohortId);
  }

  /** Puts somebody at the end of the line, once; false when there is a place, so that nobody has to wait. */
  async wait(write: Writer, cohortId: string, personId: string, now: Date): Promise<boolean> {
    const cohort = await this.locked(write, cohortId);
    if ((await this.enrolments.room(cohort)) > 0 || !allows(cohort, 'join', now)) return false;
    const number = (await this.queries.lastNumber(cohortId)) + 1;
    await write.insertOnce(WaitingPerson, { id: newId(), cohortId, personId, number, joinedAt: now });
    return true;
  }

  /** Takes somebody out of the line, by their own wish or the team's; nothing when they have gone already. */
  async leave(write: Writer, which: { id: string } & ({ personId: string } | { cohortId: string })): Promise<void> {
    const one = await this.database.read(WaitingPerson).findOneBy(which);
    if (!one) return;
    await write.lock(Cohort, one.cohortId);
    await write.remove(WaitingPerson, { id: one.id });
  }

  /** Gives the free places of a cohort to those who come first, each with a letter. Nothing while nobody can get in. */
  async fill(write: Writer, cohortId: string, now: Date): Promise<void> {
    const cohort = await this.locked(write, cohortId);
    if (!allows(cohort, 'join', now)) return;
    const room = await this.enrolments.room(cohort);
    if (room <= 0) return;
    for (const next of (await this.queries.line(cohortId)).slice(0, room)) await this.letIn(write, cohort, next, now);
  }

  /** Lets somebody in out of turn. Refuses when there is no place, unless one is added for them (`more`). */
  async admit(write: Writer, cohortId: string, id: string, more: boolean, now: Date): Promise<void> {
    const cohort = await this.locked(write, cohortId);
    const one = (await this.queries.line(cohortId)).find((waiting) => waiting.id === id);
    if (!one) throw new NotFound();
    if ((await this.enrolments.room(cohort)) <= 0) {
      if (!more) throw new Refusal('waiting.refusal.full', { places: cohort.places! });
      await write.changeAt(Cohort, cohort, { places: (await this.enrolments.taken(cohortId)) + 1 });
    }
    await this.letIn(write, cohort, one, now);
  }

  private async letIn(write: Writer, cohort: Cohort, { personId, email, language }: InLine, now: Date): Promise<void> {
    await this.enrolments.join(write, cohort, personId, now);
    await this.letters.put(write, 'free', cohort, { email, language });
  }

  private async locked(write: Writer, id: string): Promise<Cohort> {
    await write.lock(Cohort, id);
    return this.database.read(Cohort).findOneByOrFail({ id });
  }
}

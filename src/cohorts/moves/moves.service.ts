import { Injectable } from '@nestjs/common';
import type { Act } from '../../chapters/audit/acts';
import { Audit } from '../../chapters/audit/audit.service';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';
import { newId } from '../../kernel/identifier';
import { Refusal } from '../../kernel/refusal';
import { Person } from '../../people/person.entity';
import { Cohort } from '../cohort.entity';
import { Enrolment } from '../enrolment/enrolment.entity';
import { Enrolments } from '../enrolment/enrolments.service';
import { allows } from '../states/state';
import { PlaceLetters } from '../waiting/place-letters.service';
import { WaitingLists } from '../waiting/waiting-lists.service';
import { Move, type MoveKind } from './move.entity';

/** Somebody in a cohort: what every coming and going is about. */
export interface Place {
  enrolmentId: string;
  personId: string;
  cohortId: string;
}

/** Leaving a cohort and coming back. Whatever somebody did there stays; their place goes to whoever waits first. */
@Injectable()
export class Moves {
  constructor(
    private readonly database: Database,
    private readonly enrolments: Enrolments,
    private readonly waiting: WaitingLists,
    private readonly audit: Audit,
    private readonly letters: PlaceLetters,
  ) {}

  /** By one's own wish. Said twice, it is said once; refuses when the cohort is over, for then there is nothing to leave. */
  async leave(write: Writer, place: Place, now: Date): Promise<void> {
    const { cohort, state } = await this.held(write, place);
    if (state === 'withdrawn') return;
    if (!allows(cohort, 'join', now)) throw new Refusal('moves.refusal.over');
    await this.out(write, cohort, place, { kind: 'left', byId: place.personId }, now);
  }

  /** By the team. */
  async withdraw(write: Writer, place: Place, by: string, now: Date): Promise<void> {
    const { cohort, state } = await this.held(write, place);
    if (state === 'withdrawn') return;
    await this.out(write, cohort, place, { kind: 'withdrawn', byId: by }, now);
  }

  /** Refuses when there is no place. */
  async takeBack(write: Writer, place: Place, by: string, now: Date): Promise<void> {
    const { cohort, state } = await this.held(write, place);
    if (state !== 'withdrawn') return;
    if (cohort.places !== null && (await this.enrolments.room(cohort)) <= 0)
      throw new Refusal('moves.refusal.full', { cohort: cohort.name, places: cohort.places });
    await this.enrolments.join(write, cohort, place.personId, now, by);
    await this.note(write, 'person-taken-back', cohort, place, by, now);
  }

  /** Ends an enrolment, notes how, and gives the place on. Whoever calls holds the lock of the cohort. */
  async out(
    write: Writer,
    cohort: Cohort,
    place: Place,
    how: { kind: Exclude<MoveKind, 'back'>; byId: string; toEnrolmentId?: string },
    now: Date,
  ): Promise<void> {
    const { enrolmentId } = place;
    await write.update(Enrolment, { id: enrolmentId }, { state: 'withdrawn' });
    await write.insert(Move, { id: newId(), enrolmentId, toEnrolmentId: null, ...how, at: now });
    if (how.kind !== 'left')
      await this.note(write, how.kind === 'moved' ? 'person-moved' : 'person-withdrawn', cohort, place, how.byId, now);
    await this.waiting.fill(write, cohort.id, now);
  }

  /** Tells somebody by letter where they are now. */
  async tell(write: Writer, cohort: Cohort, personId: string): Promise<void> {
    const { email, language } = await this.database.read(Person).findOneByOrFail({ id: personId });
    await this.letters.put(write, 'moved', cohort, { email, language });
  }

  /** The cohort and how the enrolment stands, both held until the end of the transaction. */
  async held(write: Writer, { cohortId, enrolmentId }: Place): Promise<{ cohort: Cohort; state: Enrolment['state'] }> {
    await write.lock(Cohort, cohortId);
    await write.lock(Enrolment, enrolmentId);
    const [cohort, { state }] = await Promise.all([
      this.database.read(Cohort).findOneByOrFail({ id: cohortId }),
      this.database.read(Enrolment).findOneByOrFail({ id: enrolmentId }),
    ]);
    return { cohort, state };
  }

  private async note(write: Writer, act: Act, cohort: Cohort, place: Place, by: string, now: Date) {
    const { id, chapterId } = cohort;
    await this.audit.note(write, { chapterId, act, actorId: by, subjectId: place.personId, objectId: id }, now);
  }
}

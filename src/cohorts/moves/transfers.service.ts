import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { Enrolments } from '../enrolment/enrolments.service';
import { allows } from '../states/state';
import { Belongings } from './belongings.service';
import { Moves, type Place } from './moves.service';

/** A cohort somebody could be moved to. */
export interface Target {
  cohort: Cohort;
  room: number;
  /** How many of the steps they have done count there. */
  steps: number;
}

/** Moving somebody on to another cohort of the chapter, with what they have done and were given. */
@Injectable()
export class Transfers {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly enrolments: Enrolments,
    private readonly belongings: Belongings,
    private readonly moves: Moves,
  ) {}

  /** Where somebody could be moved to, the next to begin first, and how many of their finished steps count there. */
  async targets(cohort: Cohort, enrolmentId: string, now: Date): Promise<Target[]> {
    const others = (await this.cohorts.upcoming([cohort.chapterId], now)).filter(({ id }) => id !== cohort.id);
    const steps = await this.belongings.counting(enrolmentId, others);
    return Promise.all(others.map(async (other, i) => ({ cohort: other, room: await this.enrolments.room(other), steps: steps[i]! })));
  }

  /**
   * Returns the new enrolment. What was done and the time that was given come along; the old enrolment is withdrawn and keeps everything.
   * Refuses what is complete, for it has arrived; who has left already, so that two presses make one move; and a cohort without a place.
   */
  async move(write: Writer, from: Place, toId: string, by: string, now: Date): Promise<string> {
    for (const id of [from.cohortId, toId].sort()) await write.lock(Cohort, id); // always in one order: of two crossing moves neither waits for ever
    const { cohort, state } = await this.moves.held(write, from);
    const to = await this.cohorts.byId(toId);
    if (!to || to.chapterId !== cohort.chapterId || to.id === cohort.id) throw new NotFound();
    if (state !== 'active') throw new Refusal(`moves.refusal.${state === 'completed' ? 'complete' : 'gone'}`);
    if (!allows(to, 'join', now)) throw new Refusal('moves.refusal.closed', { cohort: to.name });
    const there = await this.enrolments.of(to.id, from.personId);
    if ((!there || there.state === 'withdrawn') && to.places !== null && (await this.enrolments.room(to)) <= 0)
      throw new Refusal('moves.refusal.full', { cohort: to.name, places: to.places });
    const enrolmentId = await this.enrolments.join(write, to, from.personId, now, by);
    await this.belongings.bring(write, from, enrolmentId, to, now);
    await this.moves.out(write, cohort, from, { kind: 'moved', byId: by, toEnrolmentId: enrolmentId }, now);
    await this.moves.tell(write, to, from.personId);
    return enrolmentId;
  }
}

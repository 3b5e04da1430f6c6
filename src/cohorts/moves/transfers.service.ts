import { Injectable } from '@nestjs/common';
import type { Writer } from '../../database/writer';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Ledger } from '../../progress/ledger.service';
import { programmeSubject } from '../../progress/subjects';
import { Cohort } from '../cohort.entity';
import { Cohorts } from '../cohorts.service';
import { Enrolment } from '../enrolment/enrolment.entity';
import { Enrolments } from '../enrolment/enrolments.service';
import { Studies } from '../enrolment/studies.service';
import { allows } from '../states/state';
import { carried } from './carrying';
import { Moves, type Place } from './moves.service';

/** A cohort somebody could be moved to. */
export interface Target {
  cohort: Cohort;
  room: number;
  /** How many of the steps they have done count there. */
  steps: number;
}

/** Moving somebody on to another cohort of the chapter, with what they have done. */
@Injectable()
export class Transfers {
  constructor(
    private readonly cohorts: Cohorts,
    private readonly enrolments: Enrolments,
    private readonly studies: Studies,
    private readonly ledger: Ledger,
    private readonly moves: Moves,
  ) {}

  /** Where somebody could be moved to, the next to begin first, and how many of their finished steps count there. */
  async targets(cohort: Cohort, enrolmentId: string, now: Date): Promise<Target[]> {
    const lines = await this.ledger.of(enrolmentId);
    const others = (await this.cohorts.upcoming([cohort.chapterId], now)).filter(({ id }) => id !== cohort.id);
    return Promise.all(
      others.map(async (other) => {
        const along = carried(await this.studies.plan(other), lines);
        const [room, steps] = [await this.enrolments.room(other), along.filter(({ subject }) => subject.startsWith('step:')).length];
        return { cohort: other, room, steps };
      }),
    );
  }

  /**
   * Returns the new enrolment. What was done in both comes along with its first dates; the old enrolment is withdrawn and keeps everything.
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
    await this.carry(write, from, enrolmentId, to);
    await this.moves.out(write, cohort, from, { kind: 'moved', byId: by, toEnrolmentId: enrolmentId }, now);
    await this.moves.tell(write, to, from.personId);
    return enrolmentId;
  }

  private async carry(write: Writer, { enrolmentId: old, personId }: Place, enrolmentId: string, to: Cohort): Promise<void> {
    const plan = await this.studies.plan(to);
    const lines = carried(plan, [...(await this.ledger.of(enrolmentId)), ...(await this.ledger.of(old))]);
    for (const { subject, at } of lines) await this.ledger.record(write, { enrolmentId, personId, subject, at });
    const whole = lines.find(({ subject }) => subject === programmeSubject(plan.programme));
    if (whole) await write.update(Enrolment, { id: enrolmentId, state: 'active' }, { state: 'completed', completedAt: whole.at });
  }
}

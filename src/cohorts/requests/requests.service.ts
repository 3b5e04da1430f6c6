import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import type { Writer } from '../../database/writer';

import { isId, newId } from '../../kernel/identifier';
import { NotFound } from '../../kernel/not-found';
import { Refusal } from '../../kernel/refusal';
import { Person } from '../../people/person.entity';
import { Cohort } from '../cohort.entity';
import { Enrolments } from '../enrolment/enrolments.service';
import { phase } from '../schedule';
import { MOST_FOR_COHORT, MOST_WAITING, notBefore } from './asking';
import { JoinRequest } from './join-request.entity';
import { OpenDoors } from './open-doors.service';
import { RequestLetters } from './request-letters.service';

const DAY_MS = 86_400_000;

/** Asking to join a cohort, and being answered. */
@Injectable()
export class Requests {
  constructor(
    private readonly database: Database,
    private readonly doors: OpenDoors,
    private readonly enrolments: Enrolments,
    private readonly letters: RequestLetters,
  ) {}

  of(cohortId: string, personId: string): Promise<JoinRequest | null> {
    return this.database.read(JoinRequest).findOneBy({ cohortId, personId });
  }

  /** A request to this cohort that was not taken back; another cohort's is not there. */
  async find(cohortId: string, id: string): Promise<JoinRequest> {
    const found = isId(id) ? await this.database.read(JoinRequest).findOneBy({ id, cohortId }) : null;
    if (!found || found.state === 'taken-back') throw new NotFound();
    return found;
  }

  async enrolled(cohortId: string, personId: string): Promise<boolean> {
    const enrolment = await this.enrolments.of(cohortId, personId);
    return enrolment !== null && enrolment.state !== 'withdrawn';
  }

  /**
   * Asks for somebody. Whoever waits already goes on waiting, with the words of the first time. Refuses when nobody may ask any more, when
   * they were declined a while ago, and when too many wait.
   */
  async ask(write: Writer, { id: cohortId }: Cohort, personId: string, message: string, now: Date): Promise<void> {
    await write.lock(Person, personId); // of several windows at once each counts those before it
    await write.lock(Cohort, cohortId);
    const before = await this.of(cohortId, personId);
    if (before?.state === 'waiting' || (await this.enrolled(cohortId, personId))) return;
    const cohort = await this.database.read(Cohort).findOneByOrFail({ id: cohortId });
    if (phase(cohort, now) === 'over') throw new Refusal('cohorts.refusal.over');
    if (!(await this.doors.isOpen(cohortId))) throw new Refusal('ways.refusal.closed');
    const from = notBefore(before, now);
    if (from) throw new Refusal('ways.refusal.declined', { days: Math.ceil((from.getTime() - now.getTime()) / DAY_MS) });
    const waiting = (where: { personId: string } | { cohortId: string }) =>
      this.database.read(JoinRequest).countBy({ ...where, state: 'waiting' });
    if ((await waiting({ personId })) >= MOST_WAITING) throw new Refusal('ways.refusal.many', { most: MOST_WAITING });
    if ((await waiting({ cohortId })) >= MOST_FOR_COHORT) throw new Refusal('ways.refusal.crowded');
    const asked = { message, state: 'waiting' as const, askedAt: now, answeredAt: null, answeredBy: null, answer: '' };
    if (before) await write.update(JoinRequest, { id: before.id }, asked);
    else await write.insert(JoinRequest, { id: newId(), cohortId, personId, ...asked });
  }

  /** Takes a request back that waits. What was written is forgotten. */
  async takeBack(write: Writer, cohortId: string, personId: string): Promise<void> {
    if (!(await this.of(cohortId, personId))) throw new NotFound();
    const taken = await write.update(JoinRequest, { cohortId, personId, state: 'waiting' }, { state: 'taken-back', message: '' });
    if (taken !== 1) throw new Refusal('ways.refusal.answered');
  }

  /** Takes the person in, and says so by letter; refuses when the cohort is full or over, or somebody answered before. */
  async accept(write: Writer, cohort: Cohort, id: string, by: string, now: Date): Promise<void> {
    const { personId } = await this.waiting(write, cohort, id);
    await this.enrolments.join(write, cohort, personId, now);
    await write.update(JoinRequest, { id }, { state: 'accepted', message: '', answeredAt: now, answeredBy: by });
    await this.letters.accepted(write, cohort, personId);
  }

  /** Says no, with what a lead wrote to it, and by letter. */
  async decline(write: Writer, cohort: Cohort, id: string, answer: string, by: string, now: Date): Promise<void> {
    const { personId } = await this.waiting(write, cohort, id);
    await write.update(JoinRequest, { id }, { state: 'declined', message: '', answer, answeredAt: now, answeredBy: by });
    await this.letters.declined(write, cohort, personId, answer);
  }

  private async waiting(write: Writer, cohort: Cohort, id: string): Promise<JoinRequest> {
    await write.lock(Cohort, cohort.id);
    const found = await this.find(cohort.id, id).catch(() => null);
    if (found?.state !== 'waiting') throw new Refusal('ways.refusal.answered');
    return found;
  }
}

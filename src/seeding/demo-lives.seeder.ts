import { Injectable } from '@nestjs/common';
import { JoinRequest } from '../cohorts/requests/join-request.entity';
import { OpenDoors } from '../cohorts/requests/open-doors.service';
import { CohortStates } from '../cohorts/states/states.service';
import { WaitingLists } from '../cohorts/waiting/waiting-lists.service';
import type { Writer } from '../database/writer';
import { newId } from '../kernel/identifier';
import { DemoTakings } from './demo-takings.seeder';
import { daysAgo } from './demo-trainees.seeder';
import type { DemoWorld } from './demo-world';
import { DemoWorks } from './demo-works.seeder';

/** What became of the demo's cohorts: works that wait, a table that runs, somebody who asks to join, a line in front of one, another put away. */
@Injectable()
export class DemoLives {
  constructor(
    private readonly states: CohortStates,
    private readonly waiting: WaitingLists,
    private readonly doors: OpenDoors,
    private readonly works: DemoWorks,
    private readonly takings: DemoTakings,
  ) {}

  /** What a chapter has of its own: role-plays that its team writes, and what people did with its quizzes. */
  async take(...given: Parameters<DemoTakings['take']>): Promise<void> {
    const [write, chapterId, { scenarios = [], trainers, leads }, people, now] = given;
    await this.works.write(write, chapterId, scenarios, people.get(trainers[0] ?? leads[0]!)!, now);
    await this.takings.take(...given);
  }

  async live(
    write: Writer,
    cohortId: string,
    { people: trainees, asking = [], waiting = [], archived = false, tables }: DemoWorld['cohorts'][number],
    { people, lead }: { people: ReadonlyMap<string, string>; lead: string },
    now: Date,
  ): Promise<void> {
    for (const { email, work, joined } of trainees)
      if (work) await this.works.handIn(write, cohortId, people.get(email)!, work, daysAgo(now, Math.max(1, joined - 3)));
    if (tables) await this.works.sit(write, cohortId, tables, people, lead, now);
    if (asking.length) await this.doors.set(write, cohortId, true, now);
    for (const { email, asked, message } of asking) {
      const answer = { state: 'waiting' as const, answeredAt: null, answeredBy: null, answer: '' };
      const request = { id: newId(), cohortId, personId: people.get(email)!, message, askedAt: daysAgo(now, asked) };
      await write.insert(JoinRequest, { ...request, ...answer });
    }
    for (const email of waiting) await this.waiting.wait(write, cohortId, people.get(email)!, now);
    if (archived) await this.states.archive(write, cohortId, lead, now);
  }
}

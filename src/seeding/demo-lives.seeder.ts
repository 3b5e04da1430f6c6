import { Injectable } from '@nestjs/common';
import { CohortStates } from '../cohorts/states/states.service';
import { WaitingLists } from '../cohorts/waiting/waiting-lists.service';
import type { Writer } from '../database/writer';
import type { DemoWorld } from './demo-world';

/** What became of the demo's cohorts: a line in front of one, another put away. */
@Injectable()
export class DemoLives {
  constructor(
    private readonly states: CohortStates,
    private readonly waiting: WaitingLists,
  ) {}

  async live(
    write: Writer,
    cohortId: string,
    { waiting = [], archived = false }: DemoWorld['cohorts'][number],
    { people, lead }: { people: ReadonlyMap<string, string>; lead: string },
    now: Date,
  ): Promise<void> {
    for (const email of waiting) await this.waiting.wait(write, cohortId, people.get(email)!, now);
    if (archived) await this.states.archive(write, cohortId, lead, now);
  }
}

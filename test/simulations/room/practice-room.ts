import { newId } from '../../../src/kernel/identifier';
import type { Person } from '../../../src/people/person.entity';
import { knock, post } from '../../support/knock';
import { type Answer, Page } from '../../support/page';
import { openPractice, practice } from '../../support/practice';
import { enrol, startWorld, type World } from '../../support/world';
import { Seat } from '../seat';

/** A world with the practice table, and people who sit down at it wherever a test wants them. */
export class PracticeRoom {
  private constructor(
    readonly world: World,
    private readonly enrolments: Map<string, string>,
    private readonly join: (person: Person) => Promise<string>,
  ) {}

  static async begin(): Promise<PracticeRoom> {
    const world = await startWorld();
    const cohort = await openPractice(world);
    return new PracticeRoom(world, new Map(), (person) => enrol(world, person, cohort));
  }

  async enrolment(person: Person): Promise<string> {
    if (!this.enrolments.has(person.id)) this.enrolments.set(person.id, await this.join(person));
    return this.enrolments.get(person.id)!;
  }

  /** Somebody in the clinic's seat, so many phases after the opening. The steps are all the same table. */
  async seat(person: Person, step: string, phases = 1): Promise<Seat> {
    const seat = await Seat.taken(this.world, person, 'clinic', practice(await this.enrolment(person), step));
    return seat.goesOn(phases);
  }

  async opened(person: Person, step: string): Promise<Seat> {
    return Seat.opened(this.world, person, 'clinic', practice(await this.enrolment(person), step));
  }

  async get(who: Person | null, address: string): Promise<Page> {
    return shown(await knock(this.world, address, { who }), address);
  }

  send(who: Person | null, address: string, fields: Record<string, string> = {}, form = newId()): Promise<Answer> {
    return post(this.world, address, who, new URLSearchParams({ form, ...fields }).toString());
  }

  async sees(who: Person | null, address: string, fields: Record<string, string> = {}): Promise<Page> {
    return shown(await this.send(who, address, fields), address);
  }

  async count(seat: Seat): Promise<number> {
    return (await seat.log()).events.length;
  }
}

const shown = (answer: Answer, address: string) => new Page(answer.text, address, answer.status);

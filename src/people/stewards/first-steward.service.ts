import { Injectable } from '@nestjs/common';
import { Database } from '../../database/database.service';
import { Outcomes } from '../../database/outcomes.service';
import type { Language } from '../../kernel/language';
import type { OneTimeLink } from '../one-time-link.entity';
import { OneTimeLinks } from '../one-time-links.service';
import { People } from '../people.service';
import { Person } from '../person.entity';

const LINK_MINUTES = 24 * 60;

/** How a new site gets its first steward: through a one-time link that only the host can see. */
@Injectable()
export class FirstSteward {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinks,
    private readonly people: People,
    private readonly outcomes: Outcomes,
  ) {}

  /** The token of a fresh link while the site has no steward; null once it has one. */
  async invite(now: Date): Promise<string | null> {
    if (await this.database.read(Person).existsBy({ steward: true })) return null;
    return this.database.write((write) => this.links.make(write, { purpose: 'first-steward', minutes: LINK_MINUTES }, now));
  }

  /** Makes the steward and uses up the link, both or neither. Null when this form has been here before. */
  async create(
    { link, formId }: { link: OneTimeLink; formId: string },
    person: { name: string; email: string; passwordHash: string; language: Language },
    now: Date,
  ): Promise<Person | null> {
    const made: { person: Person | null } = { person: null };
    await this.outcomes.run(`link ${link.id}`, formId, async (write) => {
      await this.links.use(write, link, now);
      made.person = await this.people.create(write, { ...person, steward: true }, now);
      return '/chapters';
    });
    return made.person;
  }
}

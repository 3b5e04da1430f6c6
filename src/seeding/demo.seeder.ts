import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { SettingsRefused } from '../configuration/environment';
import { Database } from '../database/database.service';
import type { Writer } from '../database/writer';
import { Passwords } from '../people/password/passwords.service';
import { People } from '../people/people.service';
import { Person } from '../people/person.entity';
import { DemoPeople } from '../people/sign-in/demo-people.service';
import { DemoPlaces } from './demo-places.seeder';
import type { DemoQuestion, DemoWorld } from './demo-world';

/** Public on purpose: the demo can be reached from its own machine only. */
export const DEMO_PASSWORD = 'chapterhouse';

const REAL =
  'DATA_DIR or DATABASE_URL belongs to a site with people of its own. The demo would give everybody a way in: its passwords are public.';

/** Fills an empty database with the demo's world, through the same services that people use. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly signInList: DemoPeople,
    private readonly places: DemoPlaces,
  ) {}

  /** Returns whom one can sign in as. A world that is there already stays as it is; a real one is refused. */
  async load(folder: string, now: Date): Promise<{ email: string; role: string }[]> {
    const world = parse(readFileSync(join(folder, 'world.yml'), 'utf8')) as DemoWorld;
    if (!(await this.people.byEmail(world.people[0]!.email))) {
      const questions = parse(readFileSync(join(folder, 'questions.yml'), 'utf8')) as Record<string, DemoQuestion[]>;
      for (const chapter of world.chapters) chapter.questions = questions[chapter.slug];
      if (await this.database.read(Person).count()) throw new SettingsRefused([REAL]);
      const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
      await this.database.write((write) => this.fill(write, world, passwordHash, now));
    }
    const offered = world.people.filter((person) => person.as);
    this.signInList.list = offered.map(({ email, name, as }) => ({ email, name, role: as! }));
    return offered.map(({ email, as }) => ({ email, role: as! }));
  }

  private async fill(write: Writer, world: DemoWorld, passwordHash: string, now: Date): Promise<void> {
    const ids = new Map<string, string>();
    for (const person of world.people)
      ids.set(person.email, (await this.people.create(write, { ...person, passwordHash, emailVerifiedAt: now }, now)).id);
    await this.places.fill(write, world, ids, now);
  }
}
